using System.Text;
using Pannier.Mail;
using Pannier.Tests.Support;

namespace Pannier.Tests.Modules.Sealing;

/// <summary>With sealing on, nothing that is planted in mail is in any answer but framed documents, raw source and downloads.</summary>
public sealed class CanaryTests : IAsyncLifetime
{
    private static readonly string[] Planted = ["Canarysubject", "Canarysender", "canary-address", "Canarypreview", "Canaryfile", "Canaryaccount", "Canarymailbox", "Canaryfault"];
    private static readonly DateTimeOffset Then = new(2026, 2, 3, 4, 5, 6, TimeSpan.Zero);
    private readonly List<(string What, Reply Wire)> _wire = [];
    private readonly StringBuilder _inside = new();
    private MailSite _site = null!; // made before each test
    private SealedPage _page = null!;

    public ValueTask InitializeAsync() => StartAsync(("Browser:SealCache", "true"));

    public async ValueTask DisposeAsync()
    {
        _page.Dispose();
        await _site.DisposeAsync();
    }

    [Theory]
    [InlineData("Browser:SealCache", "true")]
    [InlineData("Browser:SealCache", "false")]
    [InlineData("Reading:FrameScript", "false")]
    [InlineData("Session:StayFor", "30.00:00:00")]
    [InlineData("Session:Address", "Exact")]
    public async Task Nothing_planted_travels_in_the_clear(string option, string value)
    {
        await DisposeAsync();
        await StartAsync((option, value));
        var server = _site.Mail.Add("Canaryaccount", "canary-address@example.org");
        foreach (var (name, role) in ((string, MailboxRole)[])[("Archive", MailboxRole.Archive), ("Trash", MailboxRole.Trash), ("Drafts", MailboxRole.Drafts), ("Sent", MailboxRole.Sent), ("Canarymailbox", MailboxRole.None)]) server.Make(name, role);
        var uid = server.Find("INBOX").Add(Message(), Then);
        server.Find("INBOX").Add(Message(), Then.AddMinutes(1));
        var key = await _site.Mail.KeyAsync("Canaryaccount", "INBOX", uid);
        var account = $"{key.Account}";

        string[] pages =
        [
            "/", "/mail/inbox", "/mail/everything?q=Canary", "/mail/everything?sort=subject", $"/message/{key}?in=inbox", $"/message/{key}?form=plain", $"/message/{key}/headers",
            $"/compose?reply={key}", $"/compose?forward={key}", "/accounts", $"/accounts/{account}", $"/accounts/{account}/mailboxes", $"/accounts/{account}/health", "/identities", "/outbox", "/settings", "/nowhere/Canary",
        ];
        foreach (var path in pages)
        {
            _wire.Add((path, await _site.Browser.GetAsync(path)));
            await SeeAsync(path, "main");
            await SeeAsync(path, "page");
        }

        foreach (var path in (string[])["/sidebar", "/search/complete?q=from:canary", $"/events/arrived?message={key}", "/compose/recipients?q=canary"]) await SeeAsync(path, "part");
        foreach (var act in (string[])["flag", "mark-read", "move", "destroy"]) await DoAsync("/messages/act", "main", ("message", $"{key}"), ("act", act));
        await DoAsync("/messages/act", "page", ("message", $"{key}"), ("act", "destroy"));
        _wire.Add(("a form without script", await _site.Browser.PostAsync("/messages/act", ("message", $"{key}"), ("act", "destroy"))));
        await DoAsync($"/accounts/{account}/mailboxes/create", "page", ("name", "Canarymailbox again")); // its notice waits in a cookie
        server.Before = act =>
        {
            if (act.StartsWith("store", StringComparison.Ordinal)) throw new MailFault(MailFaultKind.Refused, "Canaryfault");
        };
        await DoAsync("/messages/act", "main", ("message", $"{key}"), ("act", "unflag"));

        Assert.All(_wire, seen => Assert.True(seen.Wire.Status < 500, $"{seen.What}: {seen.Wire.Status}"));
        foreach (var word in Planted)
        {
            Assert.Contains(word, _inside.ToString(), StringComparison.Ordinal); // it is there to be found
            foreach (var (what, wire) in _wire) Assert.False(Holds(wire, word), $"{what} carries {word}");
        }
    }

    [Fact]
    public async Task Framed_documents_raw_source_and_downloads_are_what_the_security_page_says_they_are()
    {
        var server = _site.Mail.Add("Work", "ann@example.org");
        var key = await _site.Mail.KeyAsync("Work", "INBOX", server.Find("INBOX").Add(Message(), Then));

        var source = await _site.Browser.GetAsync($"/message/{key}/source");
        var file = await _site.Browser.GetAsync($"/message/{key}/part/2");

        Assert.Contains("Canarysubject", source.Body, StringComparison.Ordinal);
        Assert.Contains("Canaryfile", file.Header("Content-Disposition"), StringComparison.Ordinal);
    }

    private async ValueTask StartAsync(params (string Key, string Value)[] options)
    {
        _site = await MailSite.StartAsync([("Browser:SealResponses", "true"), .. options]);
        _page = await SealedPage.OpenAsync(_site.Browser);
    }

    private async Task SeeAsync(string path, string target)
    {
        var answer = await _page.GetAsync(path, target);
        _wire.Add(($"{target} of {path}", answer.Wire));
        _inside.Append(answer.Inside.Body);
    }

    private async Task DoAsync(string path, string target, params (string, string)[] fields)
    {
        var answer = await _page.PostAsync(path, target, fields);
        _wire.Add(($"{target} of {path}", answer.Wire));
        _inside.Append(answer.Inside.Body);
    }

    /// <summary>In the body, a header, or a cookie's base64.</summary>
    private static bool Holds(Reply wire, string word) =>
        wire.Bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(word)) >= 0
        || wire.HeaderNames.SelectMany(wire.Values).Any(value => value.Contains(word, StringComparison.OrdinalIgnoreCase) || Decoded(value).Contains(word, StringComparison.OrdinalIgnoreCase));

    private static string Decoded(string value)
    {
        var text = new StringBuilder();
        foreach (var part in value.Split('=', '.', ';'))
            if (System.Buffers.Text.Base64Url.IsValid(part) && part.Length > 8) text.Append(Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(part)));
        return text.ToString();
    }

    private static byte[] Message() => Encoding.UTF8.GetBytes("""
        From: Canarysender <canary-address@example.net>
        To: Ann <ann@example.org>
        Subject: Canarysubject
        Date: Tue, 3 Feb 2026 04:05:06 +0000
        Message-ID: <canary@example.net>
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary=b

        --b
        Content-Type: text/plain; charset=utf-8

        Canarypreview of a text.
        --b
        Content-Type: application/pdf; name=Canaryfile.pdf
        Content-Disposition: attachment; filename=Canaryfile.pdf
        Content-Transfer-Encoding: base64

        JVBERi0xLjQK
        --b--

        """.ReplaceLineEndings("\r\n"));
}
