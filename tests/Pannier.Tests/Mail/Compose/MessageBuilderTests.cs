using System.Text;
using MimeKit;
using Pannier.Mail;
using Pannier.Mail.Compose;
using Pannier.Mail.Text;
using Pannier.Tests.Support;

namespace Pannier.Tests.Mail.Compose;

public sealed class MessageBuilderTests
{
    private static readonly string Umlauts = string.Concat(Enumerable.Repeat("Fünf große Äpfel für Zoë und Łukasz. ", 6));

    public static TheoryData<string> Golds() => ["plain", "international", "answer", "attachments", "base64", "utf8-address"];

    [Theory]
    [MemberData(nameof(Golds))]
    public async Task Writes_what_the_golden_file_shows(string name)
    {
        var draft = name switch
        {
            "plain" => Drafts.Plain("Dear Bob,\n\nFrom here on all is well, and this line is long enough that it has to be broken somewhere near its seventieth column.\n> quoted\n-- \nAda\n"),
            "international" => Drafts.Plain(Umlauts) with
            {
                From = new("Zoë \"Z\" Müller, Dr.", "zoe@bücher.example"),
                To = [new("山田太郎", "taro@example.jp"), new("Doe, John", "john@example.com")],
                Cc = [new("Łukasz Żółć", "lukasz@example.pl")],
                Subject = OneLine.Read("Grüße aus Köln 🎉: ein langer Betreff, der gewiss nicht in eine einzige Zeile von achtundsiebzig Zeichen passt")!,
            },
            "answer" => Drafts.Plain() with
            {
                ReplyTo = [new(null, "desk@example.org")],
                InReplyTo = MessageId.Read("parent@example.net"),
                References = [.. Enumerable.Range(1, 6).Select(n => MessageId.Read($"some-long-message-id-of-number-{n}@mail.example.net")!)],
            },
            "attachments" => Drafts.Plain("See attached.\n") with
            {
                Attachments =
                [
                    DraftAttachment.Of(FileName.Safe("Rechnung für März – 2026 (endgültig, wirklich) sehr langer Name.pdf"), MediaType.Read("application/pdf")!, new byte[200]),
                    DraftAttachment.Of(FileName.Safe("notes.txt"), MediaType.Read("text/plain")!, "bare\nline\rends\r\nstay\n"u8.ToArray()),
                    DraftAttachment.Of(FileName.Safe("old.eml"), MediaType.Message, "Subject: old\r\n\r\nOld text\r\n"u8.ToArray()),
                ],
            },
            "base64" => Drafts.Plain("こんにちは、世界。\n元気ですか。\n"),
            _ => Drafts.Plain() with { To = [new("Jörg", "jörg@bücher.example")], Subject = OneLine.Read("Grüße")! },
        };

        Golden.Match(await Drafts.Written(draft), $"Mail/Compose/{name}.eml");
    }

    [Theory]
    [InlineData("foo..bar@docomo.example")]
    [InlineData("foo.@docomo.example")]
    public async Task Writes_to_addresses_with_two_dots_in_a_row(string address) =>
        Assert.Contains($"To: Foo <{address}>\r\n", await Drafts.Written(Drafts.Plain() with { To = [new("Foo", address)] }), StringComparison.Ordinal);

    [Fact]
    public async Task Keeps_bcc_out_of_what_is_submitted_and_in_what_is_filed()
    {
        var draft = Drafts.Plain() with { Bcc = [new("Secret", "secret@example.org")] };

        Assert.DoesNotContain("ecret", await Drafts.Written(draft, MessageForm.ForSubmission), StringComparison.Ordinal);
        Assert.Contains("Bcc: Secret <secret@example.org>\r\n", await Drafts.Written(draft, MessageForm.ForSent), StringComparison.Ordinal);
        Assert.Contains("Bcc: Secret <secret@example.org>\r\n", await Drafts.Written(draft, MessageForm.ForDrafts), StringComparison.Ordinal);
        Assert.Equal(["bob@example.net", "secret@example.org"], draft.Envelope().Recipients);
    }

    [Fact]
    public async Task Files_the_same_bytes_it_submitted_but_for_bcc()
    {
        var draft = Drafts.Plain(Umlauts) with { Bcc = [new(null, "b@example.org")], Attachments = [DraftAttachment.Of(FileName.Safe("a.bin"), MediaType.Unknown, new byte[5000])] };

        var submitted = await Drafts.Written(draft);
        var sent = await Drafts.Written(draft, MessageForm.ForSent);

        Assert.Equal(submitted, sent.Replace("Bcc: b@example.org\r\n", "", StringComparison.Ordinal));
        Assert.Equal(submitted, await Drafts.Written(draft));
    }

    [Theory]
    [InlineData("plain ascii\n", ContentEncoding.SevenBit)]
    [InlineData("ein bißchen mehr, sonst nichts Besonderes\n", ContentEncoding.QuotedPrintable)]
    [InlineData("全部中文\n", ContentEncoding.Base64)]
    public async Task Chooses_the_transfer_encoding_by_content(string text, ContentEncoding encoding)
    {
        var message = await Drafts.Parsed(Drafts.Plain(text));

        Assert.Equal(encoding, Assert.IsAssignableFrom<MimePart>(message.Body).ContentTransferEncoding);
        Assert.Equal(text, message.TextBody!.ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Keeps_every_line_within_998_octets_and_every_header_folded(int case_)
    {
        var endless = new string('w', 5000);
        var draft = case_ switch
        {
            0 => Drafts.Plain(endless + "\n" + endless),
            1 => Drafts.Plain() with { Subject = OneLine.Read(new string('s', 900))!, To = [new(new string('n', 600), "bob@example.net")] },
            _ => Drafts.Plain() with { To = [.. Enumerable.Range(0, 2000).Select(n => new EmailAddress($"Person number {n}", $"person.{n}@example.net"))] },
        };

        var written = await Drafts.Written(draft);

        Assert.All(written.Split("\r\n"), line => Assert.True(Encoding.UTF8.GetByteCount(line) <= 998, $"{line.Length}: {line[..Math.Min(60, line.Length)]}"));
        Assert.DoesNotContain('\n', written.Replace("\r\n", "", StringComparison.Ordinal));
        var read = await Drafts.Parsed(draft);
        Assert.Equal(draft.Subject.Value, read.Subject);
        Assert.Equal(draft.To.Select(to => (to.Name, to.Address)), read.To.Mailboxes.Select(to => ((string?)to.Name, to.Address)));
        Assert.Equal(draft.Text.TrimEnd('\n'), read.TextBody!.ReplaceLineEndings("\n").TrimEnd('\n'));
    }

    [Fact]
    public async Task Streams_a_large_attachment_from_a_stream_that_cannot_seek()
    {
        const int size = 30 * 1024 * 1024;
        var draft = Drafts.Plain() with { Attachments = [new(FileName.Safe("big.bin"), MediaType.Unknown, _ => Task.FromResult<Stream>(new Endless(size)))] };
        using var counter = new CountingStream();
        var before = GC.GetAllocatedBytesForCurrentThread();

        await MessageBuilder.WriteAsync(draft, MessageForm.ForSubmission, counter, TestContext.Current.CancellationToken);

        Assert.InRange(counter.Length, size * 4L / 3, size * 3L / 2);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, size / 2);
    }

    [Fact]
    public async Task Declares_a_forwarded_message_with_8_bit_text_and_one_that_cannot_travel_as_a_file()
    {
        var draft = Drafts.Plain() with
        {
            Attachments =
            [
                DraftAttachment.Of(FileName.Safe("8bit.eml"), MediaType.Message, Encoding.UTF8.GetBytes("Subject: ü\r\n\r\nä\r\n")),
                DraftAttachment.Of(FileName.Safe("long.eml"), MediaType.Message, Encoding.UTF8.GetBytes("Subject: x\r\n\r\n" + new string('y', 2000) + "\r\n")),
            ],
        };

        var parts = Assert.IsType<Multipart>((await Drafts.Parsed(draft)).Body);

        var eight = Assert.IsType<MessagePart>(parts[1]);
        Assert.Equal("8bit", eight.Headers[HeaderId.ContentTransferEncoding]);
        Assert.Equal("ü", eight.Message!.Subject);
        var file = Assert.IsType<MimePart>(parts[2]);
        Assert.Equal("application/octet-stream", file.ContentType.MimeType);
        Assert.Equal("long.eml", file.FileName);
    }

    [Fact]
    public async Task Tells_nothing_of_the_program_or_the_machine()
    {
        var head = (await Drafts.Written(Drafts.Plain())).Split("\r\n\r\n")[0];

        Assert.Equal(
            ["Date", "From", "To", "Subject", "Message-ID", "MIME-Version", "Content-Type", "Content-Transfer-Encoding"],
            head.Replace("\r\n ", " ", StringComparison.Ordinal).Split("\r\n").Select(line => line.Split(':')[0]));
    }

    [Fact]
    public void Makes_ids_under_the_senders_domain_in_ascii()
    {
        var id = MessageId.New(AddrSpec.Read("ada@bücher.example")!);

        Assert.Matches("^[0-9a-f]{32}@xn--bcher-kva\\.example$", id.Value);
        Assert.NotEqual(id, MessageId.New(AddrSpec.Read("ada@bücher.example")!));
        Assert.EndsWith("@localhost", MessageId.New(AddrSpec.Read("ada@[192.0.2.1]")!).Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Starts_with_the_time_of_the_persons_zone()
    {
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(new DateTimeOffset(2026, 7, 1, 10, 0, 0, TimeSpan.Zero));

        var draft = Draft.Start(Drafts.Ada, time, TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"));

        Assert.Equal(new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.FromHours(2)), draft.Date);
        Assert.Equal(TimeSpan.FromHours(2), draft.Date.Offset);
    }

    private sealed class Endless(long left) : MemoryStream
    {
        private long _left = left;

        public override bool CanSeek => false;

        public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken) => CopyAsync(destination, cancellationToken);

        private async Task CopyAsync(Stream destination, CancellationToken cancellation)
        {
            var block = new byte[64 * 1024];
            for (; _left > 0; _left -= block.Length) await destination.WriteAsync(block, cancellation);
        }
    }

    private sealed class CountingStream : MemoryStream
    {
        private long _length;

        public override long Length => _length;

        public override void Write(byte[] buffer, int offset, int count) => _length += count;

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        {
            _length += count;
            return Task.CompletedTask;
        }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            _length += buffer.Length;
            return ValueTask.CompletedTask;
        }
    }
}
