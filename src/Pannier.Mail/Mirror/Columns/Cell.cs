using System.Text;
using Pannier.Mail.Mirror.Threads;

namespace Pannier.Mail.Mirror.Columns;

/// <summary>One message on its way into a <see cref="Block"/>, or from one into another.</summary>
/// <param name="Preview">Null while it is not known.</param>
internal readonly record struct Cell(uint Uid, long ReceivedAt, uint Size, Keywords Keywords, AttachmentMark Attachment, MessageLinks Links, ReadOnlyMemory<byte> Text, ReadOnlyMemory<byte>? Preview)
{
    private const int LongestPreview = 200;

    public static Cell Of(MessageRow row, MessageLinks links) => new(
        row.Uid.Value,
        row.ReceivedAt.ToUnixTimeSeconds(),
        (uint)Math.Clamp(row.Size, 0, uint.MaxValue),
        row.Keywords,
        row.Attachment,
        links,
        RowText.Write(row.Envelope),
        Bytes(row.Preview));

    public static ReadOnlyMemory<byte>? Bytes(string? preview)
    {
        if (preview is null) return null;
        if (preview.Length > LongestPreview) preview = preview[..(char.IsHighSurrogate(preview[LongestPreview - 1]) ? LongestPreview - 1 : LongestPreview)];
        return Encoding.UTF8.GetBytes(preview);
    }
}
