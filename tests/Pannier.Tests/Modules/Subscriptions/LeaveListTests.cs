using System.Net;
using System.Security.Cryptography.X509Certificates;
using Pannier.Mail;
using Pannier.Tests.Support;

namespace Pannier.Tests.Modules.Subscriptions;

/// <summary>Leaving a list whose server speaks TLS on loopback.</summary>
public sealed class LeaveListTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Then = new(2020, 2, 3, 4, 5, 6, TimeSpan.Zero);
    private readonly TestCertificates _certificates = new();
    private readonly TempDirectory _directory = new();
    private X509Certificate2 _certificate = null!; // made before each test
    private ScriptedServer _list = null!;
    private MailSite _site = null!;

    public async ValueTask InitializeAsync()
    {
        _certificate = _certificates.Issue("localhost");
        _list = new ScriptedServer(_certificate, tlsAtOnce: true, Took(200), Took(200));
        _site = await MailSite.StartAsync(("Egress:Web:Allow:0", $"localhost:{_list.Port}"), ("Egress:Web:TrustedCertificates:0", _certificates.WriteAuthority(_directory.Path)));
    }

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        await _list.DisposeAsync();
        _certificate.Dispose();
        _certificates.Dispose();
        _directory.Dispose();
    }

    [Fact]
    public async Task One_click_sends_one_request_and_remembers_it()
    {
        var key = await DeliverAsync(Mail($"<https://localhost:{_list.Port}/u/1>", "h=From:List-Unsubscribe:List-Unsubscribe-Post"));
        Assert.Contains("Mailing list: Friends of Maps", Text(await _site.Browser.GetAsync($"/message/{key}")), StringComparison.Ordinal);

        var answer = await _site.Browser.PostAsync($"/message/{key}/leave");

        Assert.Equal(303, (int)answer.Status);
        Assert.Contains("POST /u/1 HTTP/1.1", _list.Heard);
        Assert.Contains("Content-Type: application/x-www-form-urlencoded", _list.Heard);
        Assert.Contains($"Content-Length: {"List-Unsubscribe=One-Click".Length}", _list.Heard);
        Assert.DoesNotContain(_list.Heard, line => line.StartsWith("Cookie", StringComparison.OrdinalIgnoreCase) || line.StartsWith("Referer", StringComparison.OrdinalIgnoreCase));
        Assert.Contains("You asked to leave it on", Text(await _site.Browser.GetAsync($"/message/{key}")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_nobody_signed_gets_nothing()
    {
        var key = await DeliverAsync(Mail($"<https://localhost:{_list.Port}/u/1>", "h=From"));
        await _site.Browser.GetAsync($"/message/{key}");

        var answer = await _site.Browser.PostAsync($"/message/{key}/leave");

        Assert.Equal(422, (int)answer.Status);
        Assert.Contains("Pannier sends nothing there", Text(answer), StringComparison.Ordinal);
        Assert.Empty(_list.Heard);
    }

    [Fact]
    public async Task It_needs_no_other_module_to_check_a_signature()
    {
        await using var site = await MailSite.StartAsync(("Modules:Off:0", "senders"));
        var key = await DeliverAsync(site, Mail("<https://localhost/u/1>", "h=From"));
        await site.Browser.GetAsync($"/message/{key}");

        Assert.Equal(422, (int)(await site.Browser.PostAsync($"/message/{key}/leave")).Status);
    }

    [Fact]
    public async Task A_message_without_a_way_and_one_in_Junk_offer_none()
    {
        var server = _site.Mail.Add("Work", "ann@example.org");
        var plain = await _site.Mail.KeyAsync("Work", "INBOX", server.Find("INBOX").Add(Letter.Plain("hello"), Then));
        var junk = await _site.Mail.KeyAsync("Work", "Junk", server.Make("Junk", MailboxRole.Junk).Add(Letter.Octets(Mail("<https://localhost/u/1>", "h=From")), Then));

        Assert.DoesNotContain("nsubscribe", Text(await _site.Browser.GetAsync($"/message/{plain}")), StringComparison.Ordinal);
        Assert.DoesNotContain("nsubscribe", Text(await _site.Browser.GetAsync($"/message/{junk}")), StringComparison.Ordinal);
        Assert.Equal(422, (int)(await _site.Browser.PostAsync($"/message/{plain}/leave")).Status);
    }

    [Fact]
    public async Task Other_ways_are_offered_as_what_they_are()
    {
        var key = await DeliverAsync(Mail("<mailto:leave@list.example?subject=leave>, <https://list.example/u/1>", "h=From").Replace("List-Unsubscribe-Post: List-Unsubscribe=One-Click\n", "", StringComparison.Ordinal));

        var page = Text(await _site.Browser.GetAsync($"/message/{key}"));

        Assert.Contains("/compose?mailto=mailto%3Aleave%40list.example%3Fsubject%3Dleave", page, StringComparison.Ordinal);
        Assert.Contains("Unsubscribe at list.example", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_refuses_is_told_of()
    {
        await using var gone = new ScriptedServer(_certificate, tlsAtOnce: true, Took(404));
        await using var site = await MailSite.StartAsync(("Egress:Web:Allow:0", $"localhost:{gone.Port}"), ("Egress:Web:TrustedCertificates:0", _certificates.WriteAuthority(_directory.Path)));
        var key = await DeliverAsync(site, Mail($"<https://localhost:{gone.Port}/u/1>", "h=From:List-Unsubscribe:List-Unsubscribe-Post"));
        await site.Browser.GetAsync($"/message/{key}");

        var answer = await site.Browser.PostAsync($"/message/{key}/leave");

        Assert.Equal(503, (int)answer.Status);
        Assert.Contains("it answered 404", Text(answer), StringComparison.Ordinal);
    }

    private static string Took(int status) => $"S& HTTP/1.1 {status} X\\r\\nConnection: close\\r\\nContent-Length: 2\\r\\n\\r\\nok\nEND";

    private static string Text(Reply reply) => WebUtility.HtmlDecode(reply.Body);

    private Task<string> DeliverAsync(string message) => DeliverAsync(_site, message);

    /// <summary>Puts it in after enough mail of others to know the server's habit.</summary>
    private static async Task<string> DeliverAsync(MailSite site, string message)
    {
        var inbox = site.Mail.Add("Work", "ann@example.org").Find("INBOX");
        for (var other = 0; other < 6; other++) inbox.Add(Letter.Octets($"Received: from x by mx\nAuthentication-Results: mx; dkim=none\nFrom: a@other{other}.example\nSubject: x\n\nx\n"), Then.AddMinutes(other));
        return (await site.Mail.KeyAsync("Work", "INBOX", inbox.Add(Letter.Octets(message), Then.AddHours(1)))).ToString();
    }

    private static string Mail(string ways, string signed) =>
        $"Received: from x by mx\nAuthentication-Results: mx; dkim=pass header.d=list.example\nDKIM-Signature: v=1; d=list.example; {signed}; b=x\nFrom: Maps <news@list.example>\nList-Id: Friends of Maps <maps.list.example>\nList-Unsubscribe: {ways}\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\nSubject: Deals\nMIME-Version: 1.0\nContent-Type: text/plain\n\nHello there.\n";
}
