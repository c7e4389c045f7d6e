using System.Diagnostics;
using Pannier.Mail;
using Pannier.Mail.Compose;

namespace Pannier.Tests.Mail.Compose;

public sealed class AddressListTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData(" , ;\n", "")]
    [InlineData("a@x.org", "a@x.org")]
    [InlineData("a@x.org, b@x.org;c@x.org\nd@x.org,", "a@x.org|b@x.org|c@x.org|d@x.org")]
    [InlineData("a@x.org b@x.org", "a@x.org|b@x.org")]
    [InlineData("Ada Byron <a@x.org>", "Ada Byron <a@x.org>")]
    [InlineData("\"Byron, Ada\" <a@x.org>, Bob<b@x.org>", "Byron, Ada <a@x.org>|Bob <b@x.org>")]
    [InlineData("\"Ada \\\"the\\\" B\" <a@x.org>", "Ada \"the\" B <a@x.org>")]
    [InlineData("a@x.org (Ada (the first) B)", "Ada (the first) B <a@x.org>")]
    [InlineData("<a@x.org> (Ada)", "Ada <a@x.org>")]
    [InlineData("Friends: a@x.org, Bob <b@x.org>; c@x.org", "a@x.org|Bob <b@x.org>|c@x.org")]
    [InlineData("undisclosed-recipients:;", "")]
    [InlineData("mailto:a@x.org", "a@x.org")]
    [InlineData("Jörg <jörg@bücher.example>", "Jörg <jörg@bücher.example>")]
    [InlineData("a@BÜCHER.example, a@xn--bcher-kva.example", "a@bücher.example")]
    [InlineData("\"a b\"@x.org", "\"a b\"@x.org")]
    [InlineData("X <\"a, b\"@x.org>", "X <\"a, b\"@x.org>")]
    [InlineData("a@[IPv6:2001:db8::1]", "a@[IPv6:2001:db8::1]")]
    public void Reads_what_people_type(string text, string read)
    {
        var reading = AddressList.Read(text);

        Assert.Empty(reading.Mistakes);
        Assert.Equal(read, string.Join('|', reading.Addresses));
        _ = Drafts.Plain() with { To = reading.Addresses }; // throws if one did not fit
    }

    [Theory]
    [InlineData("bob", "bob", AddressFault.NoAt)]
    [InlineData("Byron, Ada <a@x.org>", "Byron", AddressFault.NoAt)]
    [InlineData("a@x.org, bob mary, c@x.org", "bob mary", AddressFault.NoAt)]
    [InlineData("a@-.org", "a@-.org", AddressFault.Domain)]
    [InlineData("a@", "a@", AddressFault.Domain)]
    [InlineData("@x.org", "@x.org", AddressFault.LocalPart)]
    [InlineData("Ada <a b@x.org>", "Ada <a b@x.org>", AddressFault.LocalPart)]
    [InlineData("Ada <a@x.org", "Ada <a@x.org", AddressFault.UnclosedBracket)]
    [InlineData("Ada <a@x.org, b@x.org", "Ada <a@x.org", AddressFault.UnclosedBracket)]
    [InlineData("\"Ada <a@x.org>, b@x.org", "\"Ada <a@x.org>, b@x.org", AddressFault.UnclosedQuote)]
    [InlineData("a@x.org (Ada", "a@x.org (Ada", AddressFault.UnclosedQuote)]
    [InlineData("Ada a@x.org", "Ada a@x.org", AddressFault.MissingComma)]
    [InlineData("Ada <a@x.org> Bob <b@x.org>", "Ada <a@x.org> Bob <b@x.org>", AddressFault.MissingComma)]
    [InlineData("Ada <>", "Ada <>", AddressFault.NoAt)]
    [InlineData("\"\"", "\"\"", AddressFault.NoAt)]
    [InlineData("(nobody)", "(nobody)", AddressFault.NoAt)]
    [InlineData("A\u0001da <a@x.org>", "A\u0001da <a@x.org>", AddressFault.Name)]
    [InlineData("X <\"a", "X <\"a", AddressFault.UnclosedQuote)]
    public void Names_the_piece_that_is_wrong(string text, string piece, AddressFault fault)
    {
        var mistake = Assert.Single(AddressList.Read(text).Mistakes);

        Assert.Equal(new AddressMistake(piece, fault), mistake);
    }

    [Fact]
    public void Keeps_the_good_ones_beside_a_bad_one() =>
        Assert.Equal(["a@x.org", "c@x.org"], AddressList.Read("a@x.org, b@, c@x.org").Addresses.Select(one => one.Address));

    [Fact]
    public void Is_linear_in_the_text()
    {
        var since = Stopwatch.GetTimestamp();
        foreach (var c in (char[])[':', '"', '(', '<', ',', '@', '\\', ' ']) AddressList.Read("a@" + new string(c, 300_000));
        AddressList.Read(string.Join(", ", Enumerable.Range(0, 20_000).Select(n => $"Person {n} <p{n}@example.org>")));

        Assert.InRange(Stopwatch.GetElapsedTime(since), TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }
}
