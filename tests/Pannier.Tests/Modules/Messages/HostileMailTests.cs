using System.Text;
using AngleSharp.Html.Parser;
using Pannier.Mail;
using Pannier.Tests.Support;

namespace Pannier.Tests.Modules.Messages;

/// <summary>What strangers write is shown as text wherever it is shown: in lists, titles, headers, reports and notices.</summary>
public sealed class HostileMailTests : IAsyncLifetime
{
    private const string Script = "<script>alert(1)</script><img src=x onerror=alert(2)>\" onmouseover=\"alert(3)' {{7*7}} {subject}";
    private static readonly DateTimeOffset Then = new(2020, 2, 3, 4, 5, 6, TimeSpan.Zero);
    private MailSite _site = null!; // made before each test

    // marks of HTML, of attributes, of templates, of direction, of control, of nothing at all.
    public static TheoryData<string> Corpus =>
    [
        Script,
        "</title><script>alert(1)</script>",
        "</textarea></select></svg><svg onload=alert(1)>",
        "javascript:alert(1)",
        "\u202Egnp.exe\u202C and \u2066hidden\u2069",
        "zero\u200Bwidth\uFEFF",
        "&lt;already&gt; &amp; encoded &#x3C;b&#x3E;",
        "`${alert(1)}` <!--><b>",
        "quote\" apostrophe' slash/ back\\slash",
        new string('W', 5_000),
        "",
        "😀 日本語 العربية עברית",
    ];

    public async ValueTask InitializeAsync() => _site = await MailSite.StartAsync();

    public async ValueTask DisposeAsync() => await _site.DisposeAsync();

    [Theory]
    [MemberData(nameof(Corpus))]
    public async Task A_hostile_subject_is_text_in_list_title_message_headers_and_report(string subject)
    {
        var server = _site.Mail.Add("Work", "ann@example.org");
        var uid = server.Find("INBOX").Add(Message(subject, subject), Then);
        var key = await _site.Mail.KeyAsync("Work", "INBOX", uid);

        var list = await _site.Browser.GetAsync("/mail/inbox");
        var message = await _site.Browser.GetAsync($"/message/{key}?in=inbox");
        var headers = await _site.Browser.GetAsync($"/message/{key}/headers");
        server.Before = act =>
        {
            if (act.StartsWith("destroy", StringComparison.Ordinal)) throw new MailFault(MailFaultKind.Refused, subject);
        };
        var report = await _site.Browser.PostAsync("/messages/act", ("message", $"{key}"), ("act", "destroy"), ("sure", "on"));

        foreach (var reply in (Reply[])[list, message, headers, report])
        {
            Assert.Equal(200, reply.Status);
            OnlyOurs(reply);
        }

        Assert.Single(server.Find("INBOX").Messages);
        if (subject.StartsWith('<')) Assert.Contains("&lt;", list.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_pages_of_hostile_mail_are_as_approved()
    {
        var server = _site.Mail.Add(Script, "ann@example.org");
        server.Make("Trash", MailboxRole.Trash);
        server.Make("<b>Work</b>\u202E");
        var uid = server.Find("INBOX").Add(Message(Script, Script), Then, Keywords.Flagged | Keywords.Answered);
        var key = await _site.Mail.KeyAsync(Script, "INBOX", uid);

        Golden.Match(_site.Plain((await _site.FragmentAsync("/mail/inbox")).Body), "Modules/Lists/hostile.html");
        Golden.Match(_site.Plain((await _site.FragmentAsync($"/message/{key}?in=inbox&form=plain")).Body), "Modules/Messages/hostile.html");
        Golden.Match(_site.Plain((await _site.FragmentAsync($"/message/{key}/headers")).Body), "Modules/Messages/hostile-headers.html");
        Golden.Match(_site.Plain((await _site.Browser.SwapAsync("/messages/act", ("message", $"{key}"), ("act", "move"))).Body), "Modules/Messages/hostile-move.html");
        Golden.Match(_site.Plain((await _site.Browser.SwapAsync("/messages/act", ("message", $"{key}"), ("act", "destroy"))).Body), "Modules/Messages/hostile-sure.html");
        server.Before = act =>
        {
            if (act.StartsWith("store", StringComparison.Ordinal)) throw new MailFault(MailFaultKind.Refused, Script);
        };
        Golden.Match(_site.Plain((await _site.Browser.SwapAsync("/messages/act", ("message", $"{key}"), ("act", "flag"))).Body), "Modules/Messages/hostile-report.html");
        Golden.Match(_site.Plain((await _site.FragmentAsync($"/accounts/{key.Account}/mailboxes")).Body), "Modules/Mailboxes/hostile.html");
    }

    [Fact]
    public async Task A_hostile_name_is_text_in_the_notice_that_follows()
    {
        _site.Mail.Add("Work", "ann@example.org");
        await _site.Browser.GetAsync("/mail/inbox");

        var made = await _site.Browser.PostAsync("/accounts/0000000000000001/mailboxes/create", ("name", "<script>alert(1)</script>{name}".Replace("/", "", StringComparison.Ordinal)));
        var next = await _site.Browser.GetAsync(made.Location ?? "/");

        Assert.Equal(303, made.Status);
        OnlyOurs(next);
        Assert.Contains("&lt;script&gt;alert(1)&lt;script&gt;{name}", next.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hostile_search_is_text_where_it_is_shown_again()
    {
        var server = _site.Mail.Add("Work", "ann@example.org");
        server.Find("INBOX").Add("x", Then);

        var reply = await _site.Browser.GetAsync("/mail/inbox?q=" + Uri.EscapeDataString(Script));

        Assert.Equal(200, reply.Status);
        OnlyOurs(reply);
    }

    [Theory]
    [InlineData(150, 200)]
    [InlineData(151, 400)]
    public async Task A_search_in_any_script_fits_into_the_addresses_made_of_it(int length, int status)
    {
        var server = _site.Mail.Add("Work", "ann@example.org");
        var words = new string('漢', length);
        for (var n = 0; n < 60; n++) server.Find("INBOX").Add(words, Then.AddMinutes(n));

        Assert.Equal(status, (await _site.Browser.GetAsync("/mail/inbox?q=" + Uri.EscapeDataString(words))).Status);
    }

    [Fact]
    public async Task A_part_is_a_download_whatever_it_says_it_is()
    {
        var server = _site.Mail.Add("Work", "ann@example.org");
        var html = Letter.Octets("Subject: x\nMIME-Version: 1.0\nContent-Type: text/html; name=\"../../evil\\\".html\"\nContent-Disposition: attachment; filename=\"../../evil\\\".html\"\n\n<script>alert(1)</script>\n");
        var key = await _site.Mail.KeyAsync("Work", "INBOX", server.Find("INBOX").Add(html, Then));

        var part = await _site.Browser.GetAsync($"/message/{key}/part/1");
        var source = await _site.Browser.GetAsync($"/message/{key}/source");
        var saved = await _site.Browser.GetAsync($"/message/{key}/source?save=on");

        Assert.Equal((200, "application/octet-stream"), (part.Status, part.Header("Content-Type")));
        Assert.StartsWith("attachment", part.Header("Content-Disposition"), StringComparison.Ordinal);
        Assert.DoesNotContain("..", part.Header("Content-Disposition"), StringComparison.Ordinal);
        Assert.Equal((200, "text/plain; charset=utf-8"), (source.Status, source.Header("Content-Type")));
        Assert.Equal(html, saved.Bytes);
        foreach (var reply in (Reply[])[part, source, saved])
            Assert.Equal(("sandbox; default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'", "nosniff"), (reply.Header("Content-Security-Policy"), reply.Header("X-Content-Type-Options")));
    }

    [Fact]
    public async Task A_download_that_fails_before_its_first_octet_is_told_as_a_page()
    {
        var server = _site.Mail.Add("Work", "ann@example.org");
        var key = await _site.Mail.KeyAsync("Work", "INBOX", server.Find("INBOX").Add("x", Then));
        server.Before = act =>
        {
            if (act.StartsWith("source", StringComparison.Ordinal)) throw new MailFault(MailFaultKind.Dropped);
        };

        var reply = await _site.Browser.GetAsync($"/message/{key}/source?save=on");

        Assert.Equal((503, null, "text/html; charset=utf-8"), (reply.Status, reply.Header("Content-Disposition"), reply.Header("Content-Type")));
        Assert.Contains("The mail server dropped the connection.", reply.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_account_without_the_mailbox_is_asked_for_in_turn_and_no_message_is_forgotten()
    {
        var (first, second) = (_site.Mail.Add("First", "a@example.org"), _site.Mail.Add("Second", "b@example.org"));
        foreach (var server in (FakeServer[])[first, second]) server.Make("Later");
        var keys = new[]
        {
            await _site.Mail.KeyAsync("First", "INBOX", first.Find("INBOX").Add("one", Then)),
            await _site.Mail.KeyAsync("Second", "INBOX", second.Find("INBOX").Add("two", Then)),
        };
        await _site.Browser.GetAsync("/mail/inbox");

        (string, string)[] chosen = [.. keys.Select(key => ("message", $"{key}")), ("act", "archive")];
        var question = await _site.Browser.SwapAsync("/messages/act", chosen);
        var next = await _site.Browser.SwapAsync("/messages/act", [.. chosen, ("to", await TargetAsync("First"))]);
        var done = await _site.Browser.SwapAsync("/messages/act", ("message", $"{keys[1]}"), ("act", "archive"), ("to", await TargetAsync("Second")));

        Assert.All(keys, key => Assert.Contains($"value=\"{key}\"", question.Body, StringComparison.Ordinal));
        Assert.DoesNotContain($"value=\"{keys[0]}\"", next.Body, StringComparison.Ordinal);
        Assert.Contains($"value=\"{keys[1]}\"", next.Body, StringComparison.Ordinal);
        Assert.Equal("/", done.Header("Pannier-Next"));
        Assert.Equal((1, 1), (first.Find("Later").Messages.Count, second.Find("Later").Messages.Count));

        async Task<string> TargetAsync(string account)
        {
            var key = await _site.Mail.KeyAsync(account, "Later", new Uid(1));
            return $"{key.Account}-{key.Mailbox}";
        }
    }

    private static byte[] Message(string subject, string name)
    {
        string Word(string text) => $"=?utf-8?b?{Convert.ToBase64String(Encoding.UTF8.GetBytes(text.Length > 300 ? text[..300] : text))}?=";
        return Letter.Octets($"From: {Word(name)} <evil@example.org>\nTo: {Word(name)} <ann@example.org>\nSubject: {Word(subject)}\nX-Evil: {Script}\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n{Script}\n");
    }

    /// <summary>Every element and attribute of the page is one of ours: nothing runs, nothing loads from elsewhere.</summary>
    private static void OnlyOurs(Reply reply)
    {
        var page = new HtmlParser().ParseDocument(reply.Body);
        Assert.Equal(["module"], page.QuerySelectorAll("script").Select(script => script.GetAttribute("type")));
        Assert.Empty(page.QuerySelectorAll("img,object,embed,style,base,template,b b,svg [onload]"));
        Assert.DoesNotContain(page.All.SelectMany(element => element.Attributes), attribute => attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || attribute.Name == "style");
        Assert.DoesNotContain(page.QuerySelectorAll("[href],[src],[action]"), element => (element.GetAttribute("href") ?? element.GetAttribute("src") ?? element.GetAttribute("action"))!.Contains(':', StringComparison.Ordinal)); // all are paths
        Assert.DoesNotContain('\u202E', reply.Body);
    }
}
