using Microsoft.Extensions.DependencyInjection;
using Pannier.Mail.Discovery;
using Pannier.Tests.Mail.Discovery;
using Pannier.Tests.Support;

namespace Pannier.Tests.Modules.Senders;

/// <summary>What an opened message says of its sender.</summary>
public sealed class SenderNoteTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Then = new(2020, 2, 3, 4, 5, 6, TimeSpan.Zero);
    private readonly FakeMailDns _dns = new();
    private MailSite _site = null!; // made before each test

    public async ValueTask InitializeAsync() => _site = await MailSite.StartAsync(services => services.AddSingleton<IMailDns>(_dns));

    public async ValueTask DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task Nothing_is_believed_before_the_servers_habit_is_known()
    {
        var body = await OpenAsync(0, Mail("Deals <deals@shop.example>", "mx.example.org; dmarc=pass header.from=shop.example"));

        Assert.Contains("does not say whether shop.example really sent this", body, StringComparison.Ordinal);
        Assert.Contains("first message from deals@shop.example", body, StringComparison.Ordinal);
        Assert.DoesNotContain("Check its signature", body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mx.example.org; dmarc=pass header.from=shop.example", "Really from shop.example, as mx.example.org confirms")]
    [InlineData("mx.example.org; dmarc=fail header.from=shop.example", "Not from shop.example, says mx.example.org")]
    [InlineData("mx.example.org; dmarc=none; spf=none; dkim=none", "Nothing proves that shop.example sent this, says mx.example.org")]
    [InlineData("mx.evil.example; dmarc=pass header.from=shop.example", "does not say whether shop.example really sent this")]
    public async Task The_accounts_own_server_is_believed_once_its_habit_is_known(string answer, string line) =>
        Assert.Contains(line, await OpenAsync(6, Mail("deals@shop.example", answer)), StringComparison.Ordinal);

    [Fact]
    public async Task Warnings_stand_above_the_text()
    {
        var body = await OpenAsync(6, "Reply-To: thief@evil.example\n" + Mail("\"ann@example.org\" <x@examp1e.org>", "mx.example.org; dmarc=pass header.from=examp1e.org"));

        Assert.Contains("examp1e.org looks like example.org", body, StringComparison.Ordinal);
        Assert.Contains("contains an address that is not theirs: ann@example.org", body, StringComparison.Ordinal);
        Assert.Contains("your answer goes to thief@evil.example", body, StringComparison.Ordinal);
        Assert.True(body.IndexOf("looks like", StringComparison.Ordinal) < body.IndexOf("Hello there", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_one_wrote_oneself_has_no_note()
    {
        var server = _site.Mail.Add("Work", "ann@example.org");
        var key = await _site.Mail.KeyAsync("Work", "INBOX", server.Find("INBOX").Add(Letter.Plain("note to self"), Then));

        Assert.DoesNotContain("class=\"senders\"", (await _site.Browser.GetAsync($"/message/{key}")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signatures_are_checked_when_the_person_asks()
    {
        var body = await OpenAsync(0, "DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=shop.example; s=s1; h=From:To; bh=eA==; b=eA==\n" + Mail("deals@shop.example", "x; none"));
        Assert.Contains("/signatures\"", body, StringComparison.Ordinal);
        var end = body.IndexOf("/signatures\"", StringComparison.Ordinal) + "/signatures".Length;
        var url = body[(body.LastIndexOf('"', end - 1) + 1)..end];
        Assert.StartsWith("/message/", url, StringComparison.Ordinal);

        var answer = await _site.Browser.PostAsync(url);

        Assert.Contains("No signature proves", answer.Body, StringComparison.Ordinal);
        Assert.Equal((true, false), (answer.Body.Contains(" data-acted", StringComparison.Ordinal), body.Contains(" data-acted", StringComparison.Ordinal))); // it cannot be asked for at its address
        Assert.Contains("Broken: the text or a header is not what was signed", answer.Body, StringComparison.Ordinal);
    }

    /// <summary>Opens a message after so many from others came in.</summary>
    private async Task<string> OpenAsync(int others, string message)
    {
        var server = _site.Mail.Add("Work", "ann@example.org");
        for (var other = 0; other < others; other++) server.Find("INBOX").Add(Letter.Octets(Mail($"a@other{other}.example", "mx.example.org; spf=pass; dkim=none; dmarc=none")), Then.AddMinutes(other));
        var key = await _site.Mail.KeyAsync("Work", "INBOX", server.Find("INBOX").Add(Letter.Octets(message), Then.AddHours(1)));
        return System.Net.WebUtility.HtmlDecode((await _site.Browser.GetAsync($"/message/{key}")).Body);
    }

    private static string Mail(string from, string answer) =>
        $"Received: from x by mx.example.org\nAuthentication-Results: {answer}\nFrom: {from}\nTo: ann@example.org\nSubject: Deals\nMIME-Version: 1.0\nContent-Type: text/plain\n\nHello there.\n";
}
