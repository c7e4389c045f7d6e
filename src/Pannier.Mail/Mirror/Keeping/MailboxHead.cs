namespace Pannier.Mail.Mirror.Keeping;

/// <summary>A kept mailbox: how far it is true, and the blocks it is made of.</summary>
internal sealed record MailboxHead(SyncPoint Point, IReadOnlyList<KeptBlock> Blocks)
{
    private const byte Form = 2;
    private const int MostBlocks = 1_000_000;
    private const long LastSecond = 253_402_300_799; // of the year 9999

    public byte[] Write()
    {
        var writer = new KeptWriter().Byte(Form).UInt(Point.UidValidity).UInt(Point.UidNext).Int(Point.Exists)
            .Byte((byte)(Point.HighestModSeq is null ? 0 : 1)).ULong(Point.HighestModSeq ?? 0).UInt(Point.HeldFrom?.Value ?? 0)
            .Long(Point.ComparedAt?.ToUnixTimeSeconds() ?? 0).Int(Blocks.Count);
        foreach (var block in Blocks) writer.Long(block.Number).ULong(block.Rows).ULong(block.Keywords);
        return writer.Done();
    }

    /// <returns>Null when it is none.</returns>
    public static MailboxHead? Read(ReadOnlySpan<byte> bytes)
    {
        var reader = new KeptReader(bytes);
        if (reader.Byte() != Form) return null;

        var (validity, next, exists) = (reader.UInt(), reader.UInt(), reader.Int());
        var (hasModSeq, modSeq, from, compared, count) = (reader.Byte(), reader.ULong(), reader.UInt(), reader.Long(), reader.Int());
        if (!reader.IsSound || exists < 0 || compared is < 0 or > LastSecond || count is < 0 or > MostBlocks || hasModSeq > 1) return null;

        var blocks = new List<KeptBlock>();
        for (var i = 0; i < count && reader.IsSound; i++) blocks.Add(new KeptBlock(reader.Long(), reader.ULong(), reader.ULong()));
        var point = new SyncPoint(validity, next, exists, hasModSeq == 1 ? modSeq : null, from == 0 ? null : new Uid(from)) { ComparedAt = compared == 0 ? null : DateTimeOffset.FromUnixTimeSeconds(compared) };
        return reader.IsDone ? new MailboxHead(point, blocks) : null;
    }
}
