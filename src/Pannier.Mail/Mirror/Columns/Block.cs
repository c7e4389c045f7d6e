using System.Text;

namespace Pannier.Mail.Mirror.Columns;

/// <summary>Up to <see cref="Most"/> messages of one mailbox in uid order, as columns: no object a message. Immutable; a change of flags copies one column.</summary>
internal sealed class Block
{
    public const int Most = 1_024;

    private readonly uint[] _uids;
    private readonly long[] _receivedAt; // seconds since 1970
    private readonly uint[] _sizes;
    private readonly AttachmentMark[] _attachments;
    private readonly ushort[] _keywords;
    private readonly int[] _textEnds;
    private readonly byte[] _texts;
    private readonly int[] _previewEnds; // one's complement while a preview is not known
    private readonly byte[] _previews;

    public Block(ReadOnlySpan<Cell> cells)
    {
        var count = cells.Length;
        (_uids, _receivedAt, _sizes, _keywords) = (new uint[count], new long[count], new uint[count], new ushort[count]);
        (_attachments, _textEnds, _previewEnds) = (new AttachmentMark[count], new int[count], new int[count]);
        var (texts, previews) = (0, 0);
        foreach (var cell in cells)
        {
            texts += cell.Text.Length;
            previews += cell.Preview?.Length ?? 0;
        }

        (_texts, _previews) = (new byte[texts], new byte[previews]);
        (texts, previews) = (0, 0);
        for (var i = 0; i < count; i++)
        {
            var cell = cells[i];
            (_uids[i], _receivedAt[i], _sizes[i], _keywords[i], _attachments[i]) = (cell.Uid, cell.ReceivedAt, cell.Size, (ushort)cell.Keywords, cell.Attachment);
            cell.Text.Span.CopyTo(_texts.AsSpan(texts));
            _textEnds[i] = texts += cell.Text.Length;
            cell.Preview?.Span.CopyTo(_previews.AsSpan(previews));
            previews += cell.Preview?.Length ?? 0;
            _previewEnds[i] = cell.Preview is null ? ~previews : previews;
        }

        (Unseen, Flagged) = Tell(_keywords);
    }

    private Block(Block old, ushort[] keywords)
    {
        (_uids, _receivedAt, _sizes, _attachments, _textEnds, _texts, _previewEnds, _previews) =
            (old._uids, old._receivedAt, old._sizes, old._attachments, old._textEnds, old._texts, old._previewEnds, old._previews);
        _keywords = keywords;
        (Unseen, Flagged) = Tell(keywords);
    }

    public int Count => _uids.Length;

    public uint FirstUid => _uids[0];

    public uint LastUid => _uids[^1];

    public int Unseen { get; }

    public int Flagged { get; }

    /// <summary>Bytes its columns take, beside a few for the arrays themselves.</summary>
    public long Bytes => (_uids.Length * (4L + 8 + 4 + 4 + 2 + 4 + 4)) + _texts.Length + _previews.Length;

    /// <summary>The place of a uid; negative when it is not here.</summary>
    public int Find(uint uid) => Array.BinarySearch(_uids, uid);

    public uint UidAt(int i) => _uids[i];

    public long ReceivedAt(int i) => _receivedAt[i];

    public Keywords KeywordsAt(int i) => (Keywords)_keywords[i];

    public AttachmentMark AttachmentAt(int i) => _attachments[i];

    public uint SizeAt(int i) => _sizes[i];

    public bool HasPreview(int i) => _previewEnds[i] >= 0;

    public MessageRow Read(int i) => new(
        new Uid(_uids[i]),
        DateTimeOffset.FromUnixTimeSeconds(_receivedAt[i]),
        _sizes[i],
        KeywordsAt(i),
        RowText.Read(TextOf(i).Span),
        _attachments[i],
        HasPreview(i) ? Encoding.UTF8.GetString(PreviewOf(i).Span) : null);

    public Cell CellAt(int i) => new(_uids[i], _receivedAt[i], _sizes[i], KeywordsAt(i), _attachments[i], TextOf(i), HasPreview(i) ? PreviewOf(i) : (ReadOnlyMemory<byte>?)null);

    /// <summary>The block with other flags on some messages; itself when none is different.</summary>
    public Block With(IEnumerable<FlagChange> changes)
    {
        ushort[]? keywords = null;
        foreach (var change in changes)
        {
            var at = Find(change.Uid.Value);
            if (at < 0 || KeywordsOf(keywords ?? _keywords, at) == change.Keywords) continue;
            keywords ??= (ushort[])_keywords.Clone();
            keywords[at] = (ushort)change.Keywords;
        }

        return keywords is null ? this : new Block(this, keywords);
    }

    private static Keywords KeywordsOf(ushort[] keywords, int at) => (Keywords)keywords[at];

    private static (int Unseen, int Flagged) Tell(ushort[] keywords)
    {
        var (unseen, flagged) = (0, 0);
        foreach (var one in keywords)
        {
            if ((one & (ushort)Keywords.Seen) == 0) unseen++;
            if ((one & (ushort)Keywords.Flagged) != 0) flagged++;
        }

        return (unseen, flagged);
    }

    private ReadOnlyMemory<byte> TextOf(int i) => _texts.AsMemory((i == 0 ? 0 : _textEnds[i - 1])..(_textEnds[i]));

    private ReadOnlyMemory<byte> PreviewOf(int i) => _previews.AsMemory((i == 0 ? 0 : End(_previewEnds[i - 1]))..End(_previewEnds[i]));

    private static int End(int end) => end < 0 ? ~end : end;
}
