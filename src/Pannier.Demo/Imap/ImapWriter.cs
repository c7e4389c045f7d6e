using System.Buffers;
using System.Globalization;
using System.Text;

namespace Pannier.Demo.Imap;

/// <summary>Builds answers: atoms as they are, strings quoted where they may be and as literals where they must.</summary>
internal sealed class ImapWriter
{
    private readonly ArrayBufferWriter<byte> buffer = new(256);

    public int Length => buffer.WrittenCount;

    public ReadOnlyMemory<byte> Written => buffer.WrittenMemory;

    public byte[] ToArray() => buffer.WrittenSpan.ToArray();

    public void Clear() => buffer.ResetWrittenCount();

    /// <summary>Protocol text of our own making, ASCII.</summary>
    public ImapWriter Raw(string text)
    {
        Encoding.ASCII.GetBytes(text, buffer);
        return this;
    }

    public ImapWriter Raw(ReadOnlySpan<byte> bytes)
    {
        buffer.Write(bytes);
        return this;
    }

    public ImapWriter Number(long number) => Raw(number.ToString(CultureInfo.InvariantCulture));

    public ImapWriter Line(string text) => Raw(text).Raw("\r\n"u8);

    /// <summary>A string of UTF-8; null is NIL.</summary>
    public ImapWriter Text(string? text) => text is null ? Raw("NIL"u8) : Text(Encoding.UTF8.GetBytes(text));

    public ImapWriter Text(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > 1000 || bytes.ContainsAnyExceptInRange((byte)' ', (byte)'~'))
            return Literal(bytes);
        Raw("\""u8);
        foreach (var each in bytes)
        {
            if (each is (byte)'"' or (byte)'\\')
                Raw("\\"u8);
            buffer.GetSpan(1)[0] = each;
            buffer.Advance(1);
        }

        return Raw("\""u8);
    }

    public ImapWriter Literal(ReadOnlySpan<byte> bytes) => Raw("{"u8).Number(bytes.Length).Raw("}\r\n"u8).Raw(bytes);
}
