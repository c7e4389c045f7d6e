using Pannier.Mail;
using Pannier.Mail.Compose;

namespace Pannier.Tests.Mail.Compose;

public sealed class IdentityChoiceTests
{
    private static readonly AccountId Home = new(1);
    private static readonly AccountId Work = new(2);

    private static readonly IdentityCandidate[] Identities =
    [
        new("alias", Home, "alias@home.example", false),
        new("home", Home, "me@home.example", true),
        new("work", Work, "me@work.example", true),
        new("sales", Work, "sales@work.example", false),
    ];

    [Theory]
    [InlineData("home", IdentityReason.AddressedTo, "To: me@home.example")]
    [InlineData("alias", IdentityReason.AddressedTo, "To: Me <ALIAS@home.example>, me@home.example")]
    [InlineData("alias", IdentityReason.AddressedTo, "To: bob@x.org", "Cc: alias@home.example", "Delivered-To: me@home.example")]
    [InlineData("alias", IdentityReason.DeliveredTo, "To: list@x.org", "X-Original-To: alias@home.example", "Delivered-To: me@home.example")]
    [InlineData("alias", IdentityReason.DeliveredTo, "To: bob@x.org", "Delivered-To: alias@home.example")]
    [InlineData("alias", IdentityReason.Tagged, "To: alias+shop@home.example")]
    [InlineData("alias", IdentityReason.Tagged, "To: list@x.org", "Delivered-To: alias+list@home.example")]
    [InlineData("alias", IdentityReason.WroteIt, "From: alias@home.example", "To: me@home.example")]
    [InlineData("home", IdentityReason.MailingList, "To: list@x.org", "List-Id: <list.x.org>")]
    [InlineData("home", IdentityReason.AccountDefault, "To: bob@x.org")]
    [InlineData("home", IdentityReason.AccountDefault, "Subject: nothing else")]
    public void Chooses_by_what_the_message_says(string key, IdentityReason reason, params string[] headers)
    {
        var choice = IdentityChoice.For(Drafts.Head(headers), Home, Identities);

        Assert.Equal(new(Identities.Single(identity => identity.Key == key), reason, null), choice);
    }

    [Fact]
    public void Never_writes_through_another_account_but_says_which_one_the_message_names()
    {
        var choice = IdentityChoice.For(Drafts.Head("To: sales@work.example"), Home, Identities);

        Assert.Equal(new("home", Home, "me@home.example", true), choice?.Identity);
        Assert.Equal(IdentityReason.AccountDefault, choice?.Reason);
        Assert.Equal("sales", choice?.Elsewhere?.Key);
    }

    [Fact]
    public void Takes_the_default_of_two_with_one_address() =>
        Assert.Equal("second", IdentityChoice.For(
            Drafts.Head("To: a@x.org"), Home, [new("first", Home, "a@x.org", false), new("second", Home, "a@x.org", true)])?.Identity.Key);

    [Fact]
    public void Takes_the_first_when_no_default_is_set_and_none_when_the_account_has_none()
    {
        Assert.Equal("first", IdentityChoice.For(Drafts.Head("To: b@x.org"), Home, [new("first", Home, "a@x.org", false)])?.Identity.Key);
        Assert.Null(IdentityChoice.For(Drafts.Head("To: a@x.org"), Home, [new("first", Work, "a@x.org", true)]));
    }
}
