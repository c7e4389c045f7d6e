using System.Globalization;
using Pannier.Core;
using Pannier.Core.Accounts;
using Pannier.Core.Http;
using Pannier.Core.Records;
using Pannier.Core.Text;
using Pannier.Mail;
using Pannier.Mail.Net;
using Pannier.Modules.Accounts;
using Pannier.Modules.Accounts.Provider;
using Pannier.Tests.Support;
using Line = Pannier.Core.Http.Line;

namespace Pannier.Tests.Modules.Accounts;

/// <summary>A certificate nobody vouches for is shown, compared, trusted at one host and port, and forgotten again.</summary>
public class PinTests
{
    private static readonly CertificatePin Pin = CertificatePin.Read(new string('a', 64))!;
    private static readonly CertificatePin Other = CertificatePin.Read(new string('b', 64))!;

    private static readonly Words Words = new(
        Catalog.Read([typeof(Kernel).Assembly, typeof(ModuleList).Assembly]), CultureInfo.GetCultureInfo("en-GB"), new UserClock(TimeProvider.System, TimeZoneInfo.Utc));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_refused_certificate_is_offered_with_its_fingerprint_and_not_ticked()
    {
        await using var here = await PersonHere.OpenAsync();
        here.Stores.Faults["imap.example.org"] = Refused(null);

        var again = (await Add(here).HandleAsync(AddForms.Fresh(), Cancellation)).Model<AddPage, AddPage.Servers>();

        Assert.Equal(new PinOffer(Choice("imap.example.org:993", Pin), Tick.Off), again.Imap.Trust);
        Assert.Null(again.Smtp.Trust);
        Assert.Contains(Pin.Shown, Words.Say(Assert.Single(again.Wrong)), StringComparison.Ordinal);
        Assert.Empty(await here.Book.AllAsync(Cancellation));
    }

    [Fact]
    public async Task A_ticked_one_is_kept_with_the_login_and_shown_ticked()
    {
        await using var here = await PersonHere.OpenAsync();

        (await Add(here).HandleAsync(Trusting("imap.example.org:993"), Cancellation)).Model<AddPage, AddPage.Done>();

        var account = Assert.Single(await here.Book.AllAsync(Cancellation));
        Assert.Equal((Pin, Pin, null), (account.Imap.Pin, account.Imap.Address().Pin, account.Smtp.Pin));
        var form = (await new ShowEdit(here.Book, new ServerForm(here.Egress, here.Providers)).HandleAsync(new AccountInput(account.Id), Cancellation)).Model<EditPage, EditPage.Form>();
        Assert.Equal(new PinOffer(Choice("imap.example.org:993", Pin), Tick.On), form.Imap.Trust);
    }

    [Theory]
    [InlineData("mail.example.org:993")]
    [InlineData("imap.example.org:143")]
    public async Task One_that_was_shown_at_another_host_or_port_counts_for_nothing(string server)
    {
        await using var here = await PersonHere.OpenAsync();

        (await Add(here).HandleAsync(Trusting(server), Cancellation)).Model<AddPage, AddPage.Done>();

        Assert.Null(Assert.Single(await here.Book.AllAsync(Cancellation)).Imap.Pin);
    }

    [Fact]
    public async Task Another_certificate_later_is_told_with_both_and_needs_the_person_again()
    {
        await using var here = await PersonHere.OpenAsync();
        var account = await PinnedAsync(here);
        here.Stores.Faults["imap.example.org"] = Refused(Pin);

        var again = (await Edit(here).HandleAsync(Form(account, Pin) with { Password = Secret.Of("let me in"), Confirmed = Line.Read("imap.example.org smtp.example.org") }, Cancellation)).Model<EditPage, EditPage.Form>();

        var said = Words.Say(Assert.Single(again.Wrong));
        Assert.Contains(Pin.Shown, said, StringComparison.Ordinal);
        Assert.Contains(Other.Shown, said, StringComparison.Ordinal);
        Assert.Equal(new PinOffer(Choice("imap.example.org:993", Other), Tick.Off), again.Imap.Trust);
        Assert.Equal(account, await here.Book.FindAsync(account.Id, Cancellation));
    }

    [Fact]
    public async Task Without_the_tick_it_is_forgotten_once_the_password_is_given_again()
    {
        await using var here = await PersonHere.OpenAsync();
        var account = await PinnedAsync(here);

        var asked = (await Edit(here).HandleAsync(Form(account, null), Cancellation)).Model<EditPage, EditPage.Form>();
        (await Edit(here).HandleAsync(Form(account, null) with { Password = Secret.Of("let me in"), Confirmed = Line.Read("imap.example.org smtp.example.org") }, Cancellation)).Model<EditPage, EditPage.Done>();

        Assert.Equal("accounts.wrong.password-again", Assert.Single(asked.Wrong).Key);
        Assert.Null((await here.Book.FindAsync(account.Id, Cancellation))!.Imap.Pin);
    }

    [Fact]
    public void A_kept_login_that_names_no_fingerprint_is_not_read()
    {
        var kept = System.Text.Json.JsonSerializer.Serialize(new Login("mail.example.org", 993, ConnectionSecurity.Tls, "ann") { Pin = Pin }, RecordJson.Options);

        Assert.Equal(Pin, System.Text.Json.JsonSerializer.Deserialize<Login>(kept, RecordJson.Options)?.Pin);
        Assert.Throws<System.Text.Json.JsonException>(() => System.Text.Json.JsonSerializer.Deserialize<Login>(kept.Replace(Pin.Value, "none", StringComparison.Ordinal), RecordJson.Options));
    }

    [Theory]
    [InlineData("")]
    [InlineData("imap.example.org:993")]
    [InlineData("imap.example.org aaaa")]
    [InlineData("imap.example.org:993 aaaa")]
    public void What_is_no_choice_is_not_read(string text) => Assert.Null(PinChoice.Read(text));

    private static MailFault Refused(CertificatePin? pinned) => new(MailFaultKind.Certificate) { Seen = new SeenCertificate(pinned is null ? Pin : Other, pinned, CertificateFlaw.Untrusted) };

    private static PinChoice Choice(string server, CertificatePin pin) => new(HostPort.Read(server)!, pin);

    private static AddInput Trusting(string server) =>
        AddForms.Fresh() with { Imap = AddForms.Server("imap.example.org", "993") with { Trust = PinChoice.Read($"{server} {Pin}") } };

    private static EditInput Form(MyAccount account, CertificatePin? pin) => new(
        account.Id, Line.Read(account.Name), account.Colour, Tick.Off, account.SentCopies,
        AddForms.Server("imap.example.org", "993") with { Trust = pin is null ? null : Choice("imap.example.org:993", pin) },
        AddForms.Server("smtp.example.org", "465"), null, null, null);

    private static async Task<MyAccount> PinnedAsync(PersonHere here)
    {
        (await Add(here).HandleAsync(Trusting("imap.example.org:993"), Cancellation)).Model<AddPage, AddPage.Done>();
        return Assert.Single(await here.Book.AllAsync(Cancellation));
    }

    private static AddAccount Add(PersonHere here) => new(new ServerForm(here.Egress, here.Providers), new TryServers(here.Stores, here.Egress), here.Book, here.Log);

    private static EditAccount Edit(PersonHere here) => new(here.Book, new ServerForm(here.Egress, here.Providers), new TryServers(here.Stores, here.Egress), new RevokeGrant(here.Providers, here.Client), here.Mail, here.Log);
}
