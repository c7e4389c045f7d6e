using System.Text;
using MimeKit;

namespace Pannier.Tests.Demo.Seed;

public sealed class SeedKindTests
{
    public static TheoryData<string, string, string> Charsets => new()
    {
        { "utf-8", "ليلى منصور", "وصلتني بطاقتك" }, { "iso-8859-1", "Ursula Brandt", "die Förde dampft" }, { "iso-2022-jp", "佐藤由紀", "昨年は大変お世話になりました" },
        { "gb18030", "陈伟", "我们没有补值" }, { "windows-1251", "Дмитрий Орлов", "С уважением" },
    };

    public static TheoryData<string, string> Languages => new()
    {
        { "English", "has drifted" }, { "German", "Mit freundlichen Grüßen" }, { "French", "La chambre bleue" }, { "Spanish", "Un abrazo" },
        { "Swedish", "Hej gumman" }, { "Japanese", "あけましておめでとうございます" }, { "Chinese", "潮位数据" }, { "Arabic", "عزيزتي آدا" },
        { "Hebrew", "עדה יקרה" }, { "Russian", "Здравствуйте" }, { "Greek", "Αγαπητή Άντα" }, { "Portuguese", "O rio estava desta cor" },
    };

    public static TheoryData<string> Fields =>
        ["List-Unsubscribe", "List-Unsubscribe-Post", "List-Id", "List-Post", "Auto-Submitted", "X-Spam-Flag", "X-Mailer", "Feedback-ID"];

    public static TheoryData<string> Types =>
    [
        "application/pdf", "image/png", "text/csv", "text/calendar", "message/rfc822", "multipart/related", "multipart/digest",
        "multipart/alternative", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "image/svg+xml",
    ];

    public static TheoryData<string> Odd =>
    [
        "<script>alert('subject')</script>", "charset=\"x-klingon-9\"", "%E2%80%AEfdp.exe", "../../../etc/passwd", "level39", "X-Long: xxx",
        "No subject, no date, no Message-ID.", "stranger@mailer-77.test", "type=\"password\"", "31 Dec 2094", "x-rot13", "--open",
    ];

    [Theory, MemberData(nameof(Charsets))]
    public void Holds_names_and_words_that_are_read_in(string charset, string name, string words) =>
        Assert.Contains(SeedCorpus.Parsed, pair => pair.Message.From.Mailboxes.FirstOrDefault()?.Name == name && pair.Holds(part => part is TextPart text
            && string.Equals(text.ContentType.Charset, charset, StringComparison.OrdinalIgnoreCase) && text.Text.Contains(words)));

    [Theory, MemberData(nameof(Languages))]
    public void Holds_letters_in(string language, string words)
    {
        Assert.NotEmpty(language);
        Assert.Contains(SeedCorpus.Parsed, pair => pair.Message.TextBody?.Contains(words) == true);
    }

    [Theory, MemberData(nameof(Fields))]
    public void Holds_the_field(string field) => Assert.Contains(SeedCorpus.Parsed, pair => pair.Message.Headers.Contains(field));

    [Theory, MemberData(nameof(Types))]
    public void Holds_parts_of(string type) => Assert.Contains(SeedCorpus.Parsed, pair => pair.Holds(part => part.ContentType.MimeType == type));

    [Theory, MemberData(nameof(Odd))]
    public void Holds_in_Junk_what_is_wrong_on_purpose(string bytes)
    {
        var junk = SeedCorpus.Parsed.Where(pair => pair.Seed.Mailbox == "Junk");

        Assert.Contains(junk, pair => Encoding.Latin1.GetString(pair.Seed.Raw).Contains(bytes) || pair.Message.HtmlBody?.Contains(bytes) == true);
    }

    [Theory]
    [InlineData(ContentEncoding.SevenBit)]
    [InlineData(ContentEncoding.EightBit)]
    [InlineData(ContentEncoding.QuotedPrintable)]
    [InlineData(ContentEncoding.Base64)]
    public void Holds_text_sent_as(ContentEncoding encoding) =>
        Assert.Contains(SeedCorpus.Parsed, pair => pair.Holds(part => part is TextPart text && text.ContentTransferEncoding == encoding));

    [Theory]
    [InlineData("From: =?iso-8859-1?")]
    [InlineData("From: =?iso-2022-jp?")]
    [InlineData("From: =?gb18030?")]
    [InlineData("From: =?windows-1251?")]
    public void Holds_names_encoded_as(string field) =>
        Assert.Contains(SeedCorpus.Messages, message => Encoding.Latin1.GetString(message.Raw).Contains(field, StringComparison.OrdinalIgnoreCase));

    [Fact]
    public void Holds_flowed_text() => Assert.Contains(SeedCorpus.Parsed, pair => pair.Holds(part => part is TextPart { IsFlowed: true }));

    [Fact]
    public void Newsletters_have_tables_styles_remote_pictures_and_a_counting_pixel()
    {
        var newsletter = SeedCorpus.Parsed.First(pair => pair.Message.Headers.Contains("List-Unsubscribe-Post")).Message.HtmlBody;

        Assert.All((string[])["<style", "<table", "style=\"", "<img src=\"https://img.", "width=\"1\" height=\"1\""], piece => Assert.Contains(piece, newsletter ?? ""));
    }

    [Fact]
    public void Inline_pictures_are_found_by_their_content_id()
    {
        var shown = SeedCorpus.Parsed.Where(pair => pair.Holds(part => part is MultipartRelated)).ToList();

        Assert.NotEmpty(shown);
        Assert.All(shown, pair => Assert.Contains(pair.Message.BodyParts, part => part.ContentId is { } id && pair.Message.HtmlBody?.Contains("cid:" + id) == true));
    }

    [Theory]
    [InlineData("REQUEST", "DTSTART;TZID=Europe/Stockholm:")]
    [InlineData("CANCEL", "STATUS:CANCELLED")]
    [InlineData("REPLY", "PARTSTAT=ACCEPTED")]
    public void Invitations_are_asked_cancelled_and_answered(string method, string line) =>
        Assert.Contains(SeedCorpus.Parsed, pair => pair.Message.BodyParts.OfType<TextPart>()
            .Any(part => part.ContentType.Parameters["method"] == method && part.Text.Contains("METHOD:" + method) && part.Text.Contains("BEGIN:VTIMEZONE") && part.Text.Contains(line)));

    [Fact]
    public void A_cancelled_meeting_names_the_day_and_id_it_was_asked_for()
    {
        var events = SeedCorpus.Parsed.SelectMany(pair => pair.Message.BodyParts.OfType<TextPart>()).Where(part => part.ContentType.Parameters["method"] is not null)
            .Select(part => part.Text.ReplaceLineEndings("\n").Split('\n')).ToLookup(lines => lines.Single(line => line.StartsWith("UID:")), lines => lines.Last(line => line.StartsWith("DTSTART;")));

        Assert.All(events, meeting => Assert.Single(meeting.Distinct()));
        Assert.Contains(events, meeting => meeting.Count() > 1);
    }

    [Fact]
    public void Attachments_have_names_in_both_ways_of_writing_them_and_one_is_two_megabytes()
    {
        var raw = SeedCorpus.Messages.Where(message => message.Mailbox != "Junk").Select(message => Encoding.Latin1.GetString(message.Raw)).ToList();

        Assert.Contains(raw, text => text.Contains("filename*"));
        Assert.Contains(raw, text => text.Contains("filename=\"=?utf-8?", StringComparison.OrdinalIgnoreCase));
        Assert.Contains(SeedCorpus.Messages, message => message.Raw.Length > 2 * 1024 * 1024);
    }
}
