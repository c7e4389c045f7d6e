using Pannier.Core.Http;
using Pannier.Mail;

namespace Pannier.Tests.Mail;

public class MailFaultTests
{
    [Theory]
    [InlineData(MailFaultKind.Refused, Then.GiveUp)]
    [InlineData(MailFaultKind.SignInRefused, Then.SignIn)]
    [InlineData(MailFaultKind.OAuthRequired, Then.SignIn)]
    [InlineData(MailFaultKind.ConsentLapsed, Then.SignIn)]
    [InlineData(MailFaultKind.ClientRefused, Then.GiveUp)]
    [InlineData(MailFaultKind.SignInUnavailable, Then.Reconnect)]
    [InlineData(MailFaultKind.Certificate, Then.GiveUp)]
    [InlineData(MailFaultKind.TimedOut, Then.Retry)]
    [InlineData(MailFaultKind.Dropped, Then.Reconnect)]
    [InlineData(MailFaultKind.Unreachable, Then.Reconnect)]
    public void A_fault_says_what_to_do_next(MailFaultKind kind, Then then) => Assert.Equal(then, new MailFault(kind).Then);

    [Fact]
    public void A_forbidden_host_reads_like_one_that_is_not_there() =>
        Assert.Equal(FaultTexts.Say(new MailFault(MailFaultKind.Unreachable)).Key, FaultTexts.Say(new MailFault(MailFaultKind.Forbidden, "10.0.0.1 is private")).Key);

    [Fact]
    public void The_servers_words_follow_ours_and_are_cut()
    {
        var said = FaultTexts.Say(new MailFault(MailFaultKind.Refused, new string('x', 1000)));

        Assert.Equal("fault.with-words", said.Key);
        Assert.Equal(301, ((string)said.Parts.First(part => part.Name == "words").Value).Length);
    }

    [Theory]
    [InlineData(MailFaultKind.NotFound, 404)]
    [InlineData(MailFaultKind.OverQuota, 507)]
    [InlineData(MailFaultKind.TooLarge, 413)]
    [InlineData(MailFaultKind.Refused, 422)]
    [InlineData(MailFaultKind.Dropped, 503)]
    public void A_fault_is_refused_with_its_status(MailFaultKind kind, int status) => Assert.Equal(status, FaultTexts.Refuse(new MailFault(kind)).Status);

    [Fact]
    public void Every_kind_of_fault_has_its_words()
    {
        var catalog = Pannier.Core.Text.Catalog.Read(typeof(FaultTexts).Assembly);

        Assert.All(Enum.GetValues<MailFaultKind>(), kind => Assert.NotNull(catalog.Pattern(FaultTexts.Say(new MailFault(kind)).Key, null)));
    }
}
