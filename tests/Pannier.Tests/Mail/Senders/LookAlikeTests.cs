using Pannier.Mail;
using Pannier.Mail.Senders;

namespace Pannier.Tests.Mail.Senders;

public sealed class LookAlikeTests
{
    private static readonly HashSet<HostName> Known = [.. new[] { "orchard.example", "paypal.com", "examplebank.co.uk", "gmail.com", "tid.es", "müller-söhne.de" }.Select(name => HostName.Read(name)!)]; // they are names

    [Theory]
    [InlineData("paypaI.com", "paypal.com")]
    [InlineData("paypa1.com", "paypal.com")]
    [InlineData("раураl.com", "paypal.com")]
    [InlineData("xn--pypal-4ve.com", "paypal.com")]
    [InlineData("paypall.com", "paypal.com")]
    [InlineData("paypl.com", "paypal.com")]
    [InlineData("payapl.com", "paypal.com")]
    [InlineData("paypal.net", null)]
    [InlineData("paypal.com.login.example", "paypal.com")]
    [InlineData("paypal.login.example", "paypal.com")]
    [InlineData("paypal-secure.com", "paypal.com")]
    [InlineData("orchard.exarnple", "orchard.example")]
    [InlineData("examplebamk.co.uk", "examplebank.co.uk")]
    [InlineData("muller-sohne.de", "müller-söhne.de")]
    [InlineData("mail.paypal.com", null)]
    [InlineData("paypal.com", null)]
    [InlineData("tie.es", null)]
    [InlineData("mail.com", null)]
    [InlineData("ymail.com", null)]
    [InlineData("unrelated.example", null)]
    [InlineData("192.0.2.1", null)]
    public void Finds_what_a_domain_could_be_mistaken_for(string domain, string? like) =>
        Assert.Equal(like is null ? null : HostName.Read(like), LookAlike.Find(HostName.Read(domain)!, Known)); // each is a name

    [Fact]
    public void A_domain_one_has_to_do_with_is_no_look_alike() =>
        Assert.Null(LookAlike.Find(HostName.Read("paypall.com")!, Known.Append(HostName.Read("paypall.com")!).ToHashSet()));

    [Theory]
    [InlineData("Ada Lindqvist", "Аda Lindqvist")]
    [InlineData("ADA LINDQVIST", "ada 1indqvist")]
    [InlineData("modern", "modem")]
    [InlineData("Zoë", "zoe")]
    public void Skeletons_of_what_looks_alike_are_the_same(string one, string other) => Assert.Equal(Skeleton.Of(one), Skeleton.Of(other));

    [Fact]
    public void A_lone_surrogate_breaks_nothing() => Assert.NotEmpty(Skeleton.Of("a\ud83d" + "xn--\ud83dz"));
}
