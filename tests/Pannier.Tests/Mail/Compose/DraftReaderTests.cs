using System.Text;
using Pannier.Mail;
using Pannier.Mail.Compose;
using Pannier.Mail.Text;

namespace Pannier.Tests.Mail.Compose;

public sealed class DraftReaderTests
{
    public static TheoryData<string> Texts() =>
    [
        "", "\n", "Hello", "Hello\n", "Hello\n\n\n", "  leading and trailing  \n\t\n", "From here\n>quoted\n-- \nsig", "Grüße 🎉", "全部\n中文\n",
        new string('w', 3000) + "\n" + new string('ü', 3000), ".\n..\n.dot", "a =3D b = c=\n",
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task Opens_what_was_saved_without_loss(string text)
    {
        var eml = "Subject: old ü\r\n\r\nOld\r\n"u8.ToArray();
        var draft = Drafts.Plain(text) with
        {
            From = new("Zoë, M.", "zoe@bücher.example"),
            ReplyTo = [new(null, "desk@example.org")],
            To = [new("Doe, \"J\" \\ John", "john@example.com"), new(null, "jörg@example.org")],
            Cc = [new("Cc", "cc@example.org")],
            Bcc = [new("Bcc Ω", "bcc@example.org")],
            Subject = OneLine.Read("Betreff: früh")!,
            InReplyTo = MessageId.Read("p@x"),
            References = [MessageId.Read("a@x")!, MessageId.Read("p@x")!],
        };
        var files = new[]
        {
            DraftAttachment.Of(FileName.Safe("Übersicht.txt"), MediaType.Read("text/plain")!, "one\ntwo\r\n"u8.ToArray()),
            DraftAttachment.Of(FileName.Safe("old.eml"), MediaType.Message, eml),
            DraftAttachment.Of(FileName.Safe("empty.bin"), MediaType.Unknown, default),
        };

        var alone = await Drafts.Reopened(await Drafts.Bytes(draft, MessageForm.ForDrafts));
        var withFiles = await Drafts.Reopened(await Drafts.Bytes(draft with { Attachments = files }, MessageForm.ForDrafts));

        Assert.Empty(alone.Losses);
        Same(draft, alone.Draft);
        Same(draft, withFiles.Draft);
        Assert.Equal(files.Select(file => (file.Name, file.Type)), withFiles.Draft.Attachments.Select(file => (file.Name, file.Type)));
        for (var i = 0; i < files.Length; i++) Assert.Equal(await files[i].Content(), await withFiles.Draft.Attachments[i].Content());
    }

    [Fact]
    public async Task Joins_flowed_text_of_other_programs()
    {
        var opened = await Open("Content-Type: text/plain; format=flowed; delsp=yes", "", "one  ", "two", " From", "> quoted ", "> on", "");

        Assert.Equal("one two\nFrom\n> quotedon", opened.Draft.Text);
    }

    [Fact]
    public async Task Takes_the_plain_text_of_a_formatted_draft_and_says_so()
    {
        var opened = await Open(
            "From: ann@x.org", "Content-Type: multipart/alternative; boundary=b", "", "--b", "Content-Type: text/plain", "", "plain", "--b",
            "Content-Type: multipart/related; boundary=c", "", "--c", "Content-Type: text/html", "", "<b>html</b>", "--c",
            "Content-Type: image/png; name=pic.png", "Content-Transfer-Encoding: base64", "", "AAEC", "--c--", "--b--", "");

        Assert.Equal("plain", opened.Draft.Text);
        Assert.Equal([DraftLoss.Formatting], opened.Losses);
        Assert.Equal(["pic.png"], opened.Draft.Attachments.Select(file => file.Name.Value));
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("multipart/alternative; boundary=b")]
    public async Task Makes_text_of_a_draft_that_has_only_html(string type)
    {
        var opened = type == "text/html"
            ? await Open("Content-Type: text/html", "", "<p>Hello <b>you</b></p>")
            : await Open("Content-Type: " + type, "", "--b", "Content-Type: text/html", "", "<p>Hello <b>you</b></p>", "--b--");

        Assert.Equal("Hello you", opened.Draft.Text.Trim());
        Assert.Contains(DraftLoss.Formatting, opened.Losses);
    }

    [Fact]
    public async Task Says_what_it_could_not_read_of_the_recipients_and_keeps_the_rest()
    {
        var opened = await Open("From: ", "To: joh, ann@x.org", "Cc: <broken", "Content-Type: text/plain", "", "x");

        Assert.Equal(["ann@x.org"], opened.Draft.To.Select(one => one.Address));
        Assert.Contains(opened.Unread, mistake => mistake.Piece.Contains("joh", StringComparison.Ordinal));
        Assert.Contains(opened.Unread, mistake => mistake.Piece.Contains("broken", StringComparison.Ordinal));
        Assert.Superset(new HashSet<DraftLoss> { DraftLoss.Sender, DraftLoss.Recipients }, new HashSet<DraftLoss>(opened.Losses));
        Assert.Equal("fallback@example.org", opened.Draft.From.Address);
        Assert.Equal("fixed.1@example.org", opened.Draft.Id.Value);
    }

    [Fact]
    public async Task A_second_text_and_an_empty_body_do_no_harm()
    {
        var two = await Open(
            "Content-Type: multipart/mixed; boundary=b", "", "--b", "Content-Type: text/plain", "", "first", "--b", "Content-Type: text/plain", "", "second", "--b--", "");

        Assert.Equal("first", two.Draft.Text);
        Assert.Equal("second", Encoding.UTF8.GetString(await Assert.Single(two.Draft.Attachments).Content()).Trim());
        Assert.Equal("", (await Open("Subject: nothing", "", "")).Draft.Text);
    }

    private static void Same(Draft expected, Draft actual)
    {
        Assert.Equal(expected.Text.ReplaceLineEndings("\n"), actual.Text);
        Assert.Equal([expected.From], [actual.From]);
        Assert.Equal(expected.ReplyTo, actual.ReplyTo);
        Assert.Equal(expected.To, actual.To);
        Assert.Equal(expected.Cc, actual.Cc);
        Assert.Equal(expected.Bcc, actual.Bcc);
        Assert.Equal((expected.Subject, expected.Id, expected.Date, expected.InReplyTo), (actual.Subject, actual.Id, actual.Date, actual.InReplyTo));
        Assert.Equal(expected.References, actual.References);
    }

    private static Task<OpenedDraft> Open(params string[] lines) => Drafts.Reopened(Encoding.UTF8.GetBytes(string.Join("\r\n", lines)));
}
