using System.Formats.Asn1;
using System.Text;
using Pannier.Demo.Seed.Files;
using Pannier.Mail;
using Pannier.Mail.Parts;
using Pannier.Mail.Reading;
using Pannier.Tests.Support;

namespace Pannier.Tests.Mail.Parts;

public sealed class InnerMessageTests
{
    private static readonly BodyPart Winmail = new("1", "application/ms-tnef", null, 0, "winmail.dat", null, Disposition.Attachment, TextFlow.Fixed, []);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Opens_a_forwarded_message_with_its_texts_and_files()
    {
        var message = InnerMessage.Forwarded(Letter.Rich(3_000));
        var plan = BodyPlan.Of(message.Structure);

        Assert.Equal(("Rechnung €", "Jürgen Müller"), (message.Envelope!.Subject, message.Envelope.From[0].Name)); // it has a head
        Assert.Equal(["Überweisung.pdf", "inner.eml"], plan.Attachments.Select(part => part.FileName));
        Assert.Equal(["pic@x"], plan.Inline.Keys);
        Assert.Equal(Letter.FileOctets(3_000), await BytesAsync(message, plan.Attachments[0]));
        Assert.Contains("Sch\u00F6ne", Encoding.UTF8.GetString(await BytesAsync(message, plan.Blocks[0].Plain!)), StringComparison.Ordinal); // it has both forms
        Assert.Equal(TextFlow.FlowedDelSp, plan.Blocks[0].Plain!.Flow);
    }

    [Fact]
    public async Task A_message_within_a_message_opens_in_its_turn()
    {
        var outer = InnerMessage.Forwarded(Letter.Rich(10));
        var within = BodyPlan.Of(outer.Structure).Attachments[1];

        var inner = Assert.IsType<InnerMessage>(PartBoxes.Open(within, await BytesAsync(outer, within)));

        Assert.Equal("inner", inner.Envelope?.Subject);
    }

    [Fact]
    public void What_is_no_message_is_refused()
    {
        Assert.Throws<PartFault>(() => InnerMessage.Forwarded("no message at all"u8.ToArray()));
        Assert.Throws<PartFault>(() => InnerMessage.Forwarded(Array.Empty<byte>()));
        Assert.Single(InnerMessage.Forwarded("Subject: s\r\n\r\n"u8.ToArray()).Pieces);
    }

    [Fact]
    public void Multiparts_within_multiparts_end_as_a_file()
    {
        var deep = new StringBuilder("MIME-Version: 1.0\r\n");
        for (var at = 0; at < 5_000; at++) deep.Append($"Content-Type: multipart/mixed; boundary=b{at}\r\n\r\n--b{at}\r\n");

        var message = InnerMessage.Forwarded(Encoding.ASCII.GetBytes(deep + "\r\nend"));

        Assert.InRange(message.Structure.Walk().Count(), 1, 30);
    }

    [Fact]
    public void A_million_parts_are_not_built() =>
        Assert.Throws<PartFault>(() => InnerMessage.Forwarded(Encoding.ASCII.GetBytes("Content-Type: multipart/mixed; boundary=b\r\n\r\n" + string.Concat(Enumerable.Repeat("--b\r\n\r\n\r\n", 1_000_000)))));

    [Fact]
    public void A_million_headers_are_not_built() =>
        Assert.Throws<PartFault>(() => InnerMessage.Forwarded(Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("a: b\r\n", 1_000_000)) + "\r\n")));

    [Fact]
    public async Task Unpacks_what_outlook_packed()
    {
        var message = InnerMessage.Packed(Tnef.Of("Subject", "The text.", ("Keys.txt", "at the harbour"u8.ToArray()), ("Two.bin", [1, 2])));
        var plan = BodyPlan.Of(message.Structure);

        Assert.Equal("The text.", Encoding.UTF8.GetString(await BytesAsync(message, plan.Blocks.Single().Plain!)).TrimEnd('\0')); // a text came
        Assert.Equal(["Keys.txt", "Two.bin"], plan.Attachments.Select(part => part.FileName));
        Assert.Equal("at the harbour", Encoding.ASCII.GetString(await BytesAsync(message, plan.Attachments[0])));
    }

    [Fact]
    public void A_package_of_thousands_is_not_built() =>
        Assert.Throws<PartFault>(() => InnerMessage.Packed(Tnef.Of("s", "t", [.. Enumerable.Range(0, 501).Select(at => ($"{at}", Array.Empty<byte>()))])));

    [Theory]
    [InlineData(6)]
    [InlineData(20)]
    [InlineData(60)]
    [InlineData(130)]
    public void A_package_that_is_cut_off_breaks_nothing(int octets)
    {
        var box = PartBoxes.Open(Winmail, Tnef.Of("s", new string('t', 100), ("f", new byte[100]))[..octets]);

        Assert.True(box is null or InnerMessage);
    }

    [Theory]
    [InlineData("\u0002\u000F\u0080\u0006\0")] // a file's octets
    [InlineData("\u0001\u000C\u0080\u0002\0")] // the text
    [InlineData("\u0001\u0004\u0080\u0001\0")] // the subject
    [InlineData("\u0001\u0003\u0090\u0006\0")] // properties
    public void A_package_that_claims_two_gigabytes_gets_no_such_room(string attribute)
    {
        var package = Tnef.Of("s", "t", ("f", [1])).Concat(Encoding.Latin1.GetBytes(attribute + "\u00F0\u00FF\u00FF\u007F\u0001\0\0\0\u0002\u0001\u0009\u0010\u0001\0\0\0\u00F0\u00FF\u00FF\u003F")).ToArray();
        var before = GC.GetAllocatedBytesForCurrentThread();

        PartBoxes.Open(Winmail, package);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 10_000_000);
    }

    [Fact]
    public void A_property_that_claims_a_gigabyte_gets_no_such_room()
    {
        var package = Tnef.Properties((0x1009, new byte[64]));
        BitConverter.TryWriteBytes(package.AsSpan(package.Length - 64 - 2 - 4), 0x3FFFFFF0);
        var before = GC.GetAllocatedBytesForCurrentThread();

        PartBoxes.Open(Winmail, package);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 10_000_000);
    }

    [Fact] // the example of MS-OXRTFCP §4.1
    public async Task A_compressed_text_comes_as_rich_text()
    {
        var message = InnerMessage.Packed(Tnef.Properties((0x1009, [0x2D, 0, 0, 0, 0x2B, 0, 0, 0, .. "LZFu"u8, 0xF1, 0xC5, 0xC7, 0xA7, 3, 0, 0x0A, 0, .. "rcpg125B"u8, 0x32, 0x0A, 0xF3, 0x20, .. "hel"u8, 9, 0, 0x20, .. "bw"u8, 5, 0xB0, .. "ld}"u8, 0x0A, 0x80, 0x0F, 0xA0])));

        Assert.StartsWith("{\\rtf1\\ansi\\ansicpg1252\\pard hello world}", Encoding.ASCII.GetString(await BytesAsync(message, message.Pieces.Single())), StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_that_would_swell_is_not_unpacked()
    {
        var package = Tnef.Properties((0x1009, [0xFF, 0xFF, 0xFF, 0x0F, 0xFF, 0xFF, 0xFF, 0x0F, .. "LZFu"u8, 0, 0, 0, 0, .. Swelling(2_500_000)]));
        var before = GC.GetAllocatedBytesForCurrentThread();

        PartBoxes.Open(Winmail, package);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 10_000_000);
    }

    [Fact]
    public async Task Opens_what_was_signed_in_one_piece()
    {
        var message = InnerMessage.SignedWithin(SignedData("Content-Type: text/plain\r\n\r\nsigned words"u8.ToArray()));

        Assert.Equal("signed words", Encoding.ASCII.GetString(await BytesAsync(message, message.Pieces.Single())));
        Assert.Null(message.Envelope);
    }

    [Fact]
    public void Tells_signed_from_encrypted()
    {
        Assert.Equal(ContentKind.SignedContent, ContentSniffer.Of(SignedData([1])));
        Assert.Equal(ContentKind.EncryptedContent, ContentSniffer.Of(Cms("1.2.840.113549.1.7.3", [1])));
        Assert.Throws<PartFault>(() => InnerMessage.SignedWithin(Cms("1.2.840.113549.1.7.3", [1])));
    }

    /// <summary>References of two octets to seventeen each, none to where the writing is, which would be the end.</summary>
    private static IEnumerable<byte> Swelling(int references)
    {
        for (var (at, place) = (0, 207); at < references; at++, place = (place + 17) % 4096)
        {
            if (at % 8 == 0) yield return 0xFF;
            var reference = (((place + 1) % 4096) << 4) | 0xF;
            yield return (byte)(reference >> 8);
            yield return (byte)reference;
        }
    }

    private static byte[] SignedData(byte[] content) => Cms("1.2.840.113549.1.7.2", content);

    /// <summary>As much of RFC 5652 as stands before the signers.</summary>
    private static byte[] Cms(string type, byte[] content)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        var explicitly = new Asn1Tag(TagClass.ContextSpecific, 0, isConstructed: true);
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(type);
            using (writer.PushSequence(explicitly))
            using (writer.PushSequence())
            {
                writer.WriteInteger(1);
                using (writer.PushSetOf())
                {
                    // no digest algorithms
                }

                using (writer.PushSequence())
                {
                    writer.WriteObjectIdentifier("1.2.840.113549.1.7.1");
                    using (writer.PushSequence(explicitly)) writer.WriteOctetString(content);
                }
            }
        }

        return writer.Encode();
    }

    private static async Task<byte[]> BytesAsync(InnerMessage message, BodyPart part)
    {
        using var to = new MemoryStream();
        await message.CopyAsync(part, to, long.MaxValue, Token);
        return to.ToArray();
    }
}
