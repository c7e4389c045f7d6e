using Pannier.Mail;
using Pannier.Mail.Compose;
using Pannier.Mail.Text;

namespace Pannier.Tests.Mail.Compose;

public sealed class HeaderInjectionTests
{
    public static TheoryData<string> Breaks() => ["a\r\nBcc: x@y.org", "a\nb", "a\rb", "a\0b", "a\u2028b", "a\u0085b", "a\u001bb", "a\u007fb"];

    [Theory]
    [MemberData(nameof(Breaks))]
    public void No_field_takes_a_line_end(string text)
    {
        Assert.Null(OneLine.Read(text));
        Assert.DoesNotContain(OneLine.Of(text).Value, char.IsControl);
        Assert.Null(MessageId.Read(text + "@example.org"));
        Assert.Null(MediaType.Read("text/" + text));
        Assert.Null(AddrSpec.Read(text + "@example.org"));
        Assert.Null(AddrSpec.Read("\"" + text + "\"@example.org"));
        Assert.Null(AddrSpec.Read("ada@example.org" + text));
        Assert.Throws<ArgumentException>(() => Drafts.Plain() with { From = new(text, "a@example.org") });
        Assert.Throws<ArgumentException>(() => Drafts.Plain() with { ReplyTo = [new(text, "a@example.org")] });
        Assert.Throws<ArgumentException>(() => Drafts.Plain() with { To = [new(text, "a@example.org")] });
        Assert.Throws<ArgumentException>(() => Drafts.Plain() with { Cc = [new(null, text + "@example.org")] });
        Assert.Throws<ArgumentException>(() => Drafts.Plain() with { Bcc = [new(null, "a@example.org>" + text)] });
    }

    [Theory]
    [MemberData(nameof(Breaks))]
    public async Task A_file_name_starts_no_field(string text)
    {
        var written = await Drafts.Written(Drafts.Plain() with { Attachments = [DraftAttachment.Of(FileName.Safe(text), MediaType.Unknown, new byte[1])] });

        Assert.DoesNotContain("\r\nBcc", written, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("\nb", written, StringComparison.Ordinal);
    }

    [Fact]
    public void A_too_long_subject_is_refused_and_a_strangers_is_cut()
    {
        Assert.Null(OneLine.Read(new string('x', OneLine.Most + 1)));
        Assert.Equal(OneLine.Most, OneLine.Of(new string('x', 5000)).Value.Length);
        Assert.Equal("a", OneLine.Of("a\ud83d").Value);
    }
}
