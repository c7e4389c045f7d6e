using Pannier.Mail;
using Pannier.Mail.Imap;
using Pannier.Tests.Support;

namespace Pannier.Tests.Mail.Imap;

public sealed class DovecotSignInTests(DovecotServer server) : IClassFixture<DovecotServer>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(ConnectionSecurity.Tls)]
    [InlineData(ConnectionSecurity.StartTls)]
    [InlineData(ConnectionSecurity.None)]
    public async Task Signs_in_over_each_kind_of_line(ConnectionSecurity security)
    {
        await using var store = ImapStores.Open(server.Dovecot, server.NewUser(), security);

        Assert.NotEmpty(await store.Use(c => c.ListMailboxesAsync(Cancellation)));
    }

    [Theory]
    [InlineData(ConnectionSecurity.Tls)]
    [InlineData(ConnectionSecurity.StartTls)]
    public async Task A_certificate_of_an_unknown_authority_ends_it_before_any_secret(ConnectionSecurity security)
    {
        var port = security == ConnectionSecurity.Tls ? server.Dovecot.TlsPort : server.Dovecot.Port;
        await using var store = ImapStores.Open(port, server.NewUser(), Dovecot.Password, security);

        Assert.Equal(MailFaultKind.Certificate, (await store.FaultAsync(c => c.ListMailboxesAsync(Cancellation))).Kind);
    }

    [Fact]
    public async Task A_wrong_password_is_refused_in_the_servers_words()
    {
        await using var store = ImapStores.Open(server.Dovecot.TlsPort, server.NewUser(), "wrong", ConnectionSecurity.Tls, server.Dovecot.AuthorityFile);

        var fault = await store.FaultAsync(c => c.ListMailboxesAsync(Cancellation));

        Assert.Equal((MailFaultKind.SignInRefused, "Authentication failed."), (fault.Kind, fault.ServerText));
    }

    [Fact]
    public async Task A_server_without_idle_is_asked_now_and_then()
    {
        await using var bare = new Dovecot("IMAP4rev1 NAMESPACE", "", "anna");
        await using var watcher = ImapStores.Open(bare, "anna", options: new ImapOptions { PollEvery = TimeSpan.FromMilliseconds(200) });
        await using var other = ImapStores.Open(bare, "anna");

        var watching = watcher.Use(c => c.WatchAsync(ImapScript.InboxName, TimeSpan.FromSeconds(30), Cancellation));
        while (!watching.IsCompleted) // what comes before it has begun to watch is no news to it
        {
            await other.Use(c => c.AppendAsync(ImapScript.InboxName, new MemoryStream(Letter.Plain("news")), Keywords.None, null, Cancellation));
            await Task.WhenAny(watching, Task.Delay(500, Cancellation));
        }

        Assert.NotEmpty(await watching);
    }
}
