using System.Text;
using Pannier.Demo.Seed.Files;
using Pannier.Mail;
using Pannier.Mail.Parts;

namespace Pannier.Tests.Fuzz.Targets;

/// <summary>What Outlook packs (TNEF), and messages within messages: opened, and each piece read, or refused.</summary>
internal sealed class Packages : IFuzzTarget
{
    private static readonly BodyPart[] Declared =
    [
        new("1", "application/ms-tnef", null, 0, "winmail.dat", null, Disposition.Attachment, TextFlow.Fixed, []),
        new("1", "message/rfc822", null, 0, null, null, Disposition.Attachment, TextFlow.Fixed, []),
    ];

    public IReadOnlyList<string> Samples { get; } =
    [
        Encoding.Latin1.GetString(Tnef.Of("Subject", "The text", ("a.txt", "first"u8.ToArray()), ("b.bin", new byte[40]))),
        Encoding.Latin1.GetString(Tnef.Properties((0x1009, [0x2D, 0, 0, 0, 0x2B, 0, 0, 0, .. "LZFu"u8, 0xF1, 0xC5, 0xC7, 0xA7, 3, 0, 0x0A, 0, .. "rcpg125B"u8, 0x32, 0x0A, 0xF3, 0x20, .. "hel"u8, 9, 0, 0x20, .. "bw"u8, 5, 0xB0, .. "ld}"u8, 0x0A, 0x80, 0x0F, 0xA0]), (0x3705, [5, 0, 0, 0]), (0x3701, Tnef.Of("s", "t")))),
        "From: a@example.org\r\nSubject: s\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nx\r\n--b\r\nContent-Type: message/rfc822\r\n\r\nSubject: t\r\n\r\ny\r\n--b--\r\n",
    ];

    public IReadOnlyList<string> Words { get; } =
    [
        "\u0078\u009F\u003E\u0022", "\u0001\u0003\u0090\u0006\0", "\u0002\u0005\u0090\u0006\0", "\u0001\u0004\u0090\u0006\0", "\u0002\u0002\u0090\u0006\0", "\u001F\0\u0001\u0037", "\u0002\u0001\u0009\u0010", "\u00FF\u00FF\u00FF\u007F", "\0\0\0\u0080", "\u0004\0\0\0", "LZFu", "MELA",
        "Content-Type: multipart/mixed; boundary=b\r\n", "Content-Transfer-Encoding: base64\r\n", "--b\r\n", "--b--\r\n", "\r\n\r\n", "Content-Type: application/ms-tnef\r\n",
    ];

    public async Task TryAsync(byte[] input)
    {
        var octets = Encoding.Latin1.GetBytes(IFuzzTarget.Text(input));
        foreach (var declared in Declared)
        {
            if (PartBoxes.Open(declared, octets) is not InnerMessage message) continue;

            _ = message.Envelope;
            foreach (var piece in message.Pieces.Take(20)) await message.CopyAsync(piece, Stream.Null, 100_000, TestContext.Current.CancellationToken);
        }
    }
}
