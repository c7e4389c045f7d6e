using System.IO.Compression;
using System.Text;
using Pannier.Demo.Seed.Files;
using Pannier.Mail;
using Pannier.Tests.Support;

namespace Pannier.Tests.Modules.Messages;

/// <summary>Files of a message: shown as far as is safe, warned of by content, looked into, and handed out.</summary>
public sealed class PartsTests : IClassFixture<PartsTests.Reader>
{
    private const string Bytes = "sandbox; default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private static readonly DateTimeOffset Then = new(2020, 2, 3, 4, 5, 6, TimeSpan.Zero);
    private static int _accounts;
    private readonly MailSite _site;
    private readonly string _account = $"Work {Interlocked.Increment(ref _accounts)}";
    private readonly FakeServer _server;

    public PartsTests(Reader reader)
    {
        _site = reader.Site;
        _server = _site.Mail.Add(_account, "ann@example.org");
    }

    [Fact]
    public async Task A_picture_is_shown_in_a_frame_without_rights()
    {
        var page = await ShowAsync(await KeyAsync(File("image/png", "sea.png", Png.Seascape("x", 8, 8))), "1");

        Assert.Contains("sandbox=\"allow-scripts allow-popups allow-popups-to-escape-sandbox\"", page.Body, StringComparison.Ordinal);
        var frame = await FrameAsync(page);
        var picture = await _site.Browser.GetAsync(new Uri(Between(frame.Body, "<img src=\"", "\"")).AbsolutePath);
        Assert.Equal(("image/png", "nosniff"), (picture.Header("Content-Type"), picture.Header("X-Content-Type-Options")));
    }

    [Fact]
    public async Task A_PDF_is_shown_by_an_answer_with_a_sandbox_in_a_frame_without_one()
    {
        var page = await ShowAsync(await KeyAsync(File("application/octet-stream", "plan", Pdf.Page("Plan", ["x"]))), "1");

        Assert.DoesNotContain(" sandbox=", page.Body, StringComparison.Ordinal);
        var frame = await FrameAsync(page);
        Assert.Equal("application/pdf", frame.Header("Content-Type"));
        Assert.StartsWith("sandbox allow-scripts allow-popups", frame.Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.DoesNotContain("allow-same-origin", frame.Header("Content-Security-Policy"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_is_shown_as_it_stands_and_no_markup_in_it_is_ours()
    {
        var page = await ShowAsync(await KeyAsync(File("text/csv", "a.csv", "a;<script>alert(1)</script>\n\u202Ex"u8.ToArray())), "1");

        Assert.Contains("a;<script>alert(1)</script>\n⟨U+202E⟩x", System.Net.WebUtility.HtmlDecode(page.Body), StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", page.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_text_is_cut_and_says_so()
    {
        var page = await ShowAsync(await KeyAsync(File("text/plain", "a.log", Encoding.ASCII.GetBytes(new string('x', 1_100_000)))), "1");

        Assert.Contains("Only the first megabyte of this text is shown.", page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(new string('x', 1024 * 1024 + 1), page.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("application/pdf", "invoice.pdf", "<html><body><form>Password</form></body></html>", "It is a web page.")]
    [InlineData("application/pdf", "invoice.pdf", "MZ\0", "It is a program.")]
    [InlineData("image/png", "photo.png", "#!/bin/sh\n", "It is a list of commands")]
    public async Task A_dangerous_file_is_warned_of_by_its_content(string type, string name, string content, string warning)
    {
        var key = await KeyAsync(File(type, name, Encoding.ASCII.GetBytes(content)));

        var page = await ShowAsync(key, "1");

        Assert.Contains(warning, page.Body, StringComparison.Ordinal);
        Assert.Contains("It is not what its name or its sender says it is.", page.Body, StringComparison.Ordinal);
        Assert.Contains("Download it anyway", page.Body, StringComparison.Ordinal);
        Assert.Equal(Encoding.ASCII.GetBytes(content), (await _site.Browser.GetAsync($"/message/{key}/part/1")).Bytes);
    }

    [Fact]
    public async Task A_file_dangerous_by_name_is_reached_by_its_warning_and_nothing_is_fetched_to_say_so()
    {
        var key = await KeyAsync(File("application/octet-stream", "Contract.pdf.exe", "MZ"u8.ToArray()));
        var acts = new List<string>();
        _server.Before = acts.Add;

        var page = await _site.Browser.GetAsync($"/message/{key}");

        Assert.Contains($"/message/{key}/part/1/show", page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain($"/message/{key}/part/1\"", page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(acts, act => act.StartsWith("part", StringComparison.Ordinal) || act.StartsWith("copy", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_zip_is_listed_and_one_file_taken_out()
    {
        var key = await KeyAsync(File("application/zip", "a.zip", ZipPackage.Of(("../<b>.txt", "one"u8.ToArray()), ("setup.exe", "MZ"u8.ToArray()))));

        var page = await ShowAsync(key, "1");
        var entry = await _site.Browser.GetAsync($"/message/{key}/part/1~1");

        Assert.Contains("../&lt;b&gt;.txt", page.Body, StringComparison.Ordinal);
        Assert.Contains("leads out of its folder", page.Body, StringComparison.Ordinal);
        Assert.Contains("acts when opened", page.Body, StringComparison.Ordinal);
        Assert.Equal(("one", Bytes, "attachment; filename=\"_b_.txt\""), (entry.Body, entry.Header("Content-Security-Policy"), entry.Header("Content-Disposition")));
        Assert.Contains("It is a program.", (await ShowAsync(key, "1~2")).Body, StringComparison.Ordinal);
        Assert.Equal(404, (await _site.Browser.GetAsync($"/message/{key}/part/1~3")).Status);
    }

    [Fact]
    public async Task An_archive_under_a_password_is_listed_and_warned_of()
    {
        var zip = ZipPackage.Of(("a.txt", "one"u8.ToArray()), ("b.txt", "two"u8.ToArray()));
        zip[zip.AsSpan().LastIndexOf("PK\x01\x02"u8) + 8] |= 1;

        var page = await ShowAsync(await KeyAsync(File("application/zip", "a.zip", zip)), "1");

        Assert.Contains("needs a password", page.Body, StringComparison.Ordinal);
        Assert.Contains("It is an archive under a password.", page.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_web_page_too_deep_to_be_shown_is_shown_as_its_source()
    {
        var page = await ShowAsync(await KeyAsync(File("text/html", "a.html", Encoding.ASCII.GetBytes("<html>" + string.Concat(Enumerable.Repeat("<div>", 50_000))))), "1");

        Assert.Contains("It could not be shown safely; this is its source.", page.Body, StringComparison.Ordinal);
        Assert.Contains("&lt;html&gt;&lt;div&gt;", page.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_entry_that_is_broken_is_told_of_before_its_first_octet()
    {
        var zip = ZipPackage.Of(("a.txt", Letter.FileOctets(2_000)));
        zip[60] ^= 0xFF;
        zip[61] ^= 0xFF;
        zip[zip.AsSpan().LastIndexOf("PK\x01\x02"u8) + 24] = 9;

        var reply = await _site.Browser.GetAsync($"/message/{await KeyAsync(File("application/zip", "a.zip", zip))}/part/1~1");

        Assert.Equal((422, "text/html; charset=utf-8"), (reply.Status, reply.Header("Content-Type")));
        Assert.Contains("be taken out: it is damaged", reply.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_forwarded_message_opens_inside_with_its_files()
    {
        var inner = Encoding.UTF8.GetString(Mixed("Content-Type: text/html\r\n\r\n<p>Hi<script>alert(1)</script><img src=\"https://tracker.example/x\"></p>", File("text/plain", "note.txt", "the note"u8.ToArray())));
        var key = await KeyAsync($"Content-Type: message/rfc822\r\n\r\nFrom: eve@example.org\r\nSubject: <i>inner</i>\r\n{inner}");

        var page = await ShowAsync(key, "1");
        var frame = await FrameAsync(page);

        Assert.Contains("&lt;i&gt;inner&lt;/i&gt;", page.Body, StringComparison.Ordinal);
        Assert.Contains("Nobody has checked who wrote this", page.Body, StringComparison.Ordinal);
        Assert.Contains("One thing on another server was not loaded", page.Body, StringComparison.Ordinal);
        Assert.Contains("<p>Hi", frame.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("alert(1)", frame.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("tracker", frame.Body, StringComparison.Ordinal);
        Assert.Equal("the note", (await _site.Browser.GetAsync($"/message/{key}/part/1~2")).Body);
        Assert.Contains("the note", (await ShowAsync(key, "1~2")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Messages_within_messages_open_four_deep_and_no_deeper()
    {
        var message = "Subject: s0\r\n\r\nend";
        for (var at = 1; at <= 8; at++) message = $"Subject: s{at}\r\nMIME-Version: 1.0\r\nContent-Type: message/rfc822\r\n\r\n{message}";
        var key = await _site.Mail.KeyAsync(_account, "INBOX", _server.Find("INBOX").Add(Encoding.ASCII.GetBytes(message), Then));

        Assert.Contains("s6", (await ShowAsync(key, "1~1")).Body, StringComparison.Ordinal);
        Assert.Contains("This lies too deep", (await ShowAsync(key, "1~1~1~1~1")).Body, StringComparison.Ordinal);
        Assert.Equal(400, (await _site.Browser.GetAsync($"/message/{key}/part/1~1~1~1~1~1")).Status);
    }

    [Fact]
    public async Task What_outlook_packed_is_unpacked()
    {
        var key = await KeyAsync(File("application/ms-tnef", "winmail.dat", Tnef.Of("s", "The agent's words", ("Keys.txt", "harbour"u8.ToArray()))));

        var page = await ShowAsync(key, "1");

        Assert.Contains("The agent", page.Body, StringComparison.Ordinal);
        Assert.Contains("Keys.txt", page.Body, StringComparison.Ordinal);
        Assert.Equal("harbour", (await _site.Browser.GetAsync($"/message/{key}/part/1~2")).Body);
    }

    [Theory]
    [InlineData("PK\u0003\u0004 nothing", "application/zip", "a.zip")]
    [InlineData("\u0078\u009F\u003E\u0022 nothing", "application/ms-tnef", "winmail.dat")]
    [InlineData("\u001F\u008B nothing", "application/gzip", "a.gz")]
    public async Task What_is_damaged_is_said_to_be_and_can_be_downloaded(string content, string type, string name)
    {
        var key = await KeyAsync(File(type, name, Encoding.Latin1.GetBytes(content)));

        Assert.Matches("look(ed)? into: it is damaged|<p class=\"soft\">|No entries", (await ShowAsync(key, "1")).Body);
        Assert.Equal(Encoding.Latin1.GetBytes(content), (await _site.Browser.GetAsync($"/message/{key}/part/1")).Bytes);
    }

    [Fact]
    public async Task Signatures_are_recognised_and_can_be_downloaded()
    {
        var signed = "Subject: s\r\nMIME-Version: 1.0\r\nContent-Type: multipart/signed; protocol=\"application/pgp-signature\"; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nhello\r\n--b\r\nContent-Type: application/pgp-signature\r\n\r\n-----BEGIN PGP SIGNATURE-----\r\n--b--\r\n";
        var key = await _site.Mail.KeyAsync(_account, "INBOX", _server.Find("INBOX").Add(Encoding.ASCII.GetBytes(signed), Then));

        var page = await _site.Browser.GetAsync($"/message/{key}");

        Assert.Contains("Signed (OpenPGP). Pannier does not check signatures yet.", page.Body, StringComparison.Ordinal);
        Assert.Contains("signature.asc", page.Body, StringComparison.Ordinal);
        Assert.Equal("attachment; filename=\"signature.asc\"", (await _site.Browser.GetAsync($"/message/{key}/part/2")).Header("Content-Disposition"));
    }

    [Fact]
    public async Task All_files_come_as_one_archive_with_safe_names()
    {
        var key = await _site.Mail.KeyAsync(_account, "INBOX", _server.Find("INBOX").Add(Mixed(File("text/csv", "a.csv", "1"u8.ToArray()), File("text/csv", "../A.csv", "2"u8.ToArray()), File("application/octet-stream", "x.exe", Letter.FileOctets(300_000))), Then));

        var reply = await _site.Browser.GetAsync($"/message/{key}/files");

        using var archive = new ZipArchive(new MemoryStream(reply.Bytes));
        Assert.Equal(("application/zip", Bytes), (reply.Header("Content-Type"), reply.Header("Content-Security-Policy")));
        Assert.Equal(["a.csv", "A (2).csv", "x.exe"], archive.Entries.Select(entry => entry.FullName));
        using var copy = new MemoryStream();
        await using (var entry = await archive.Entries[2].OpenAsync(TestContext.Current.CancellationToken)) await entry.CopyToAsync(copy, TestContext.Current.CancellationToken);
        Assert.Equal(Letter.FileOctets(300_000), copy.ToArray());
    }

    [Fact]
    public async Task An_archive_that_fails_in_the_middle_is_broken_off()
    {
        var key = await _site.Mail.KeyAsync(_account, "INBOX", _server.Find("INBOX").Add(Mixed(File("text/csv", "a.csv", Letter.FileOctets(400_000)), File("text/csv", "b.csv", "2"u8.ToArray())), Then));
        var parts = 0;
        _server.Before = act =>
        {
            if (act.StartsWith("part", StringComparison.Ordinal) && ++parts == 2) throw new MailFault(MailFaultKind.Dropped);
        };

        await Assert.ThrowsAnyAsync<Exception>(() => _site.Browser.GetAsync($"/message/{key}/files"));

        Assert.Equal(2, parts);
    }

    [Fact]
    public async Task A_conversation_comes_as_letters_in_one_archive()
    {
        var inbox = _server.Find("INBOX");
        inbox.Add(Letter.Plain("Tide: now", id: $"a@{_account[5..]}"), Then);
        var key = await _site.Mail.KeyAsync(_account, "INBOX", inbox.Add(Letter.Plain("Re: Tide: now", id: $"b@{_account[5..]}", extra: $"In-Reply-To: <a@{_account[5..]}>\nReferences: <a@{_account[5..]}>\n"), Then.AddHours(1)));

        var reply = await _site.Browser.GetAsync($"/message/{key}/conversation");

        using var archive = new ZipArchive(new MemoryStream(reply.Bytes));
        Assert.Equal(["2020-02-03 0405 Tide_ now.eml", "2020-02-03 0505 Re_ Tide_ now.eml"], archive.Entries.Select(entry => entry.FullName));
    }

    [Theory]
    [InlineData("Überweisung.pdf", "attachment; filename=\"_berweisung.pdf\"; filename*=UTF-8''%C3%9Cberweisung.pdf")]
    [InlineData("a\\\"b.txt", "attachment; filename=\"a_b.txt\"")]
    [InlineData("CON.txt", "attachment; filename=\"_CON.txt\"")]
    [InlineData("x\u202Efdp.exe", "attachment; filename=\"xfdp.exe\"")]
    public async Task A_download_has_a_name_as_RFC_6266_asks(string name, string header)
    {
        var key = await KeyAsync(File("application/octet-stream", name, [1]));

        Assert.Equal(header, (await _site.Browser.GetAsync($"/message/{key}/part/1")).Header("Content-Disposition"));
    }

    [Fact]
    public async Task A_very_long_name_keeps_its_ending()
    {
        var header = (await _site.Browser.GetAsync($"/message/{await KeyAsync(File("application/octet-stream", new string('n', 900) + ".txt", [1]))}/part/1")).Header("Content-Disposition")!;

        Assert.EndsWith("n.txt\"", header, StringComparison.Ordinal);
        Assert.InRange(header.Length, 200, 240);
    }

    [Theory]
    [InlineData("1~")]
    [InlineData("~1")]
    [InlineData("1.x")]
    [InlineData("1~-1")]
    [InlineData("1~123456")]
    public async Task What_is_no_path_of_a_part_is_refused(string path) =>
        Assert.Equal(400, (await _site.Browser.GetAsync($"/message/{await KeyAsync(File("text/csv", "a", [1]))}/part/{path}")).Status);

    private static string File(string type, string name, byte[] content) =>
        $"Content-Type: {type}\r\nContent-Disposition: attachment; filename=\"{name}\"\r\nContent-Transfer-Encoding: base64\r\n\r\n{Convert.ToBase64String(content, Base64FormattingOptions.InsertLineBreaks)}";

    private static byte[] Mixed(params string[] parts) =>
        Encoding.UTF8.GetBytes("MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=outer\r\n\r\n" + string.Concat(parts.Select(part => $"--outer\r\n{part}\r\n")) + "--outer--\r\n");

    private static string Between(string text, string from, string to)
    {
        var start = text.IndexOf(from, StringComparison.Ordinal) + from.Length;
        return text[start..text.IndexOf(to, start, StringComparison.Ordinal)];
    }

    private async Task<MessageKey> KeyAsync(string only) =>
        await _site.Mail.KeyAsync(_account, "INBOX", _server.Find("INBOX").Add(Encoding.UTF8.GetBytes("Subject: s\r\nMIME-Version: 1.0\r\n" + only), Then));

    private async Task<Reply> ShowAsync(MessageKey key, string path)
    {
        var page = await _site.Browser.GetAsync($"/message/{key}/part/{path}/show");
        Assert.Equal(200, page.Status);
        return page;
    }

    private Task<Reply> FrameAsync(Reply page) => _site.Browser.GetAsync("/view/" + Between(page.Body, "/view/", "\""));

    /// <summary>One site for all of them; each has an account of its own.</summary>
    public sealed class Reader : IAsyncLifetime
    {
        internal MailSite Site { get; private set; } = null!; // made before the first test

        public async ValueTask InitializeAsync() => Site = await MailSite.StartAsync();

        public async ValueTask DisposeAsync() => await Site.DisposeAsync();
    }
}
