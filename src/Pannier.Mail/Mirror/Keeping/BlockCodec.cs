using Pannier.Mail.Mirror.Columns;

namespace Pannier.Mail.Mirror.Keeping;

/// <summary>A block as two boxes: its rows, and their keywords, which change more often. Each says which writing it is of, so that an old one put back does not pass.</summary>
internal static class BlockCodec
{
    private const byte Form = 1;

    public static byte[] Rows(Block block, ulong writing) => block.Write(new KeptWriter().Byte(Form).ULong(writing).Int(block.Count)).Done();

    public static byte[] Keywords(Block block, ulong writing) => new KeptWriter().Byte(Form).ULong(writing).Int(block.Count).Array(block.KeywordBits).Done();

    /// <returns>Null when they are not a whole block of these writings.</returns>
    public static Block? Read(ReadOnlySpan<byte> rows, ulong rowsWriting, ReadOnlySpan<byte> keywords, ulong keywordsWriting)
    {
        var reader = new KeptReader(rows);
        if (Count(ref reader, rowsWriting) is not { } count) return null;

        var flags = new KeptReader(keywords);
        if (Count(ref flags, keywordsWriting) != count) return null;

        var read = flags.Array<ushort>(count);
        return flags.IsDone ? Block.Read(ref reader, count, read) : null;
    }

    private static int? Count(ref KeptReader reader, ulong writing) =>
        reader.Byte() == Form && reader.ULong() == writing && reader.Int() is > 0 and <= Block.Most and var count && reader.IsSound ? count : null;
}
