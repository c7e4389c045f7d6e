using System.Globalization;
using Pannier.Mail;

namespace Pannier.Tests.Mail;

public class PlainHostTests
{
    private const string Letters = "abxn019-.";
    private static readonly IdnMapping Lenient = new() { AllowUnassigned = true };
    private static readonly IdnMapping Strict = new() { UseStd3AsciiRules = true };

    [Fact]
    public void What_is_plain_is_left_as_it_is_by_every_mapping()
    {
        var random = new Random(1);
        var plain = 0;
        for (var round = 0; round < 50_000; round++)
        {
            var name = new string(random.GetItems<char>(Letters, random.Next(1, 12)));
            if (!PlainHost.Is(name)) continue;

            plain++;
            Assert.Equal(name, Lenient.GetAscii(name));
            Assert.Equal(name, Strict.GetAscii(name));
        }

        Assert.InRange(plain, 1_000, 49_000);
    }

    [Theory]
    [InlineData("example.org")]
    [InlineData("a")]
    [InlineData("1.2.3.4")]
    [InlineData("click-1.mail.example")]
    public void Labels_of_letters_digits_and_single_hyphens_are_plain(string name) => Assert.True(PlainHost.Is(name));

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("a..b")]
    [InlineData("a.")]
    [InlineData("-a.example")]
    [InlineData("a-.example")]
    [InlineData("xn--bcher-kva.example")]
    [InlineData("Example.org")]
    [InlineData("a_b.example")]
    [InlineData("bücher.example")]
    [InlineData("a b")]
    public void All_else_is_left_to_the_mapping(string name) => Assert.False(PlainHost.Is(name));

    [Fact]
    public void A_label_or_name_longer_than_DNS_has_is_left_to_the_mapping()
    {
        Assert.True(PlainHost.Is(new string('a', 63)));
        Assert.False(PlainHost.Is(new string('a', 64)));
        Assert.False(PlainHost.Is(string.Join('.', Enumerable.Repeat("abcdefghi", 26))));
    }
}
