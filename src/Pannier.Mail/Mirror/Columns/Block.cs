using System.Text;
using Pannier.Mail.Lists;
using Pannier.Mail.Mirror.Keeping;
using Pannier.Mail.Mirror.Matching;
using Pannier.Mail.Mirror.Threads;

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
    private readonly ulong[] _ids; // hashes of Message-IDs
    private readonly int[] _linkEnds;
    private readonly ulong[] _links;
    private readonly int[] _previewEnds; // one's complement while a preview is not known
    private readonly byte[] _previews;
    private readonly BlockCopies _copies;

    public Block(ReadOnlySpan<Cell> cells)
    {
        var count = cells.Length;
        (_uids, _receivedAt, _sizes, _keywords) = (new uint[count], new long[count], new uint[count], new ushort[count]);
        (_attachments, _textEnds, _previewEnds) = (new AttachmentMark[count], new int[count], new int[count]);
        (_ids, _linkEnds) = (new ulong[count], new int[count]);
        var (texts, previews, links) = (0, 0, 0);
        foreach (var cell in cells)
        {
            texts += cell.Text.Length;
            previews += cell.Preview?.Length ?? 0;
            links += cell.Links.References.Length;
        }

        (_texts, _previews, _links) = (new byte[texts], new byte[previews], new ulong[links]);
        (texts, previews, links) = (0, 0, 0);
        for (var i = 0; i < count; i++)
        {
            var cell = cells[i];
            (_uids[i], _receivedAt[i], _sizes[i], _keywords[i], _attachments[i]) = (cell.Uid, cell.ReceivedAt, cell.Size, (ushort)cell.Keywords, cell.Attachment);
            cell.Text.Span.CopyTo(_texts.AsSpan(texts));
            _textEnds[i] = texts += cell.Text.Length;
            _ids[i] = cell.Links.Id;
            cell.Links.References.Span.CopyTo(_links.AsSpan(links));
            _linkEnds[i] = links += cell.Links.References.Length;
            cell.Preview?.Span.CopyTo(_previews.AsSpan(previews));
            previews += cell.Preview?.Length ?? 0;
            _previewEnds[i] = cell.Preview is null ? ~previews : previews;
        }

        (Unseen, Flagged) = Tell(_keywords);
        _copies = new BlockCopies();
    }

    private Block(uint[] uids, long[] receivedAt, uint[] sizes, AttachmentMark[] attachments, ushort[] keywords, ulong[] ids, int[] linkEnds, ulong[] links, int[] textEnds, byte[] texts, int[] previewEnds, byte[] previews)
    {
        (_uids, _receivedAt, _sizes, _attachments, _keywords, _ids) = (uids, receivedAt, sizes, attachments, keywords, ids);
        (_linkEnds, _links, _textEnds, _texts, _previewEnds, _previews) = (linkEnds, links, textEnds, texts, previewEnds, previews);
        (Unseen, Flagged) = Tell(keywords);
        _copies = new BlockCopies();
    }

    private Block(Block old, ushort[] keywords)
    {
        (_uids, _receivedAt, _sizes, _attachments, _textEnds, _texts, _previewEnds, _previews) =
            (old._uids, old._receivedAt, old._sizes, old._attachments, old._textEnds, old._texts, old._previewEnds, old._previews);
        (_ids, _linkEnds, _links) = (old._ids, old._linkEnds, old._links);
        (_keywords, _copies) = (keywords, old._copies);
        (Unseen, Flagged) = Tell(keywords);
    }

    public int Count => _uids.Length;

    public uint FirstUid => _uids[0];

    public uint LastUid => _uids[^1];

    public int Unseen { get; }

    public int Flagged { get; }

    /// <summary>Stays the same object as long as the rows but for their keywords do.</summary>
    public object RowsMark => _uids;

    /// <summary>Stays the same object as long as the keywords do.</summary>
    public object KeywordsMark => _keywords;

    public ReadOnlySpan<ushort> KeywordBits => _keywords;

    /// <summary>Bytes its columns take, beside a few for the arrays themselves.</summary>
    public long Bytes => (_uids.Length * (4L + 8 + 4 + 4 + 2 + 4 + 4 + 8 + 4)) + (8L * _links.Length) + _texts.Length + _previews.Length + _copies.Bytes;

    public ReadOnlySpan<byte> Texts => _texts;

    public ReadOnlySpan<int> TextEnds => _textEnds;

    public ReadOnlySpan<byte> Previews => _previews;

    /// <summary>One's complement while a preview is not known.</summary>
    public ReadOnlySpan<int> PreviewEnds => _previewEnds;

    /// <summary>The texts as a search reads them; made when first asked for.</summary>
    public SearchableText Searchable => _copies.Searchable(this);

    /// <summary>The place of a uid; negative when it is not here.</summary>
    public int Find(uint uid) => Array.BinarySearch(_uids, uid);

    public uint UidAt(int i) => _uids[i];

    public long ReceivedAt(int i) => _receivedAt[i];

    public Keywords KeywordsAt(int i) => (Keywords)_keywords[i];

    public AttachmentMark AttachmentAt(int i) => _attachments[i];

    public uint SizeAt(int i) => _sizes[i];

    /// <summary>The hash of its Message-ID.</summary>
    public ulong IdAt(int i) => _ids[i];

    public MessageLinks LinksAt(int i) => new(_ids[i], _links.AsMemory((i == 0 ? 0 : _linkEnds[i - 1]).._linkEnds[i]));

    public bool HasPreview(int i) => _previewEnds[i] >= 0;

    public MessageRow Read(int i) => new(
        new Uid(_uids[i]),
        DateTimeOffset.FromUnixTimeSeconds(_receivedAt[i]),
        _sizes[i],
        KeywordsAt(i),
        RowText.Read(TextAt(i).Span),
        _attachments[i],
        HasPreview(i) ? Encoding.UTF8.GetString(PreviewAt(i).Span) : null);

    /// <summary>The first bytes of what a message is sorted by, in their order.</summary>
    public ReadOnlySpan<ulong> SortKeys(SortBy by) => _copies.SortKeys(this, by);

    /// <summary>Lets go of what is made again when it is needed.</summary>
    /// <returns>Bytes let go of.</returns>
    public long Shed() => _copies.Shed();

    /// <summary>Writes all but the keywords.</summary>
    public KeptWriter Write(KeptWriter to) =>
        to.Array<uint>(_uids).Array<long>(_receivedAt).Array<uint>(_sizes).Array<byte>(Array.ConvertAll(_attachments, static mark => (byte)mark)).Array<ulong>(_ids)
            .Array<int>(_linkEnds).Array<int>(_textEnds).Array<int>(_previewEnds).Int(_links.Length).Int(_texts.Length).Int(_previews.Length)
            .Array<ulong>(_links).Array<byte>(_texts).Array<byte>(_previews);

    /// <summary>Reads what <see cref="Write"/> wrote; null when it is not a sound block to its last byte.</summary>
    public static Block? Read(ref KeptReader from, int count, ushort[] keywords)
    {
        var (uids, receivedAt, sizes, marks, ids) = (from.Array<uint>(count), from.Array<long>(count), from.Array<uint>(count), from.Array<byte>(count), from.Array<ulong>(count));
        var (linkEnds, textEnds, previewEnds) = (from.Array<int>(count), from.Array<int>(count), from.Array<int>(count));
        var (links, texts, previews) = (from.Int(), from.Int(), from.Int());
        var read = new Block(uids, receivedAt, sizes, Array.ConvertAll(marks, static mark => (AttachmentMark)mark), keywords, ids, linkEnds, from.Array<ulong>(links), textEnds, from.Array<byte>(texts), previewEnds, from.Array<byte>(previews));
        return from.IsDone && read.IsSound() ? read : null;
    }

    public Cell CellAt(int i) => new(_uids[i], _receivedAt[i], _sizes[i], KeywordsAt(i), _attachments[i], LinksAt(i), TextAt(i), HasPreview(i) ? PreviewAt(i) : (ReadOnlyMemory<byte>?)null);

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

    public ReadOnlyMemory<byte> TextAt(int i) => _texts.AsMemory((i == 0 ? 0 : _textEnds[i - 1])..(_textEnds[i]));

    public ReadOnlyMemory<byte> PreviewAt(int i) => _previews.AsMemory((i == 0 ? 0 : End(_previewEnds[i - 1]))..End(_previewEnds[i]));

    private static int End(int end) => end < 0 ? ~end : end;

    private bool IsSound()
    {
        var (link, text, preview) = (0, 0, 0);
        for (var i = 0; i < Count; i++)
        {
            if (_uids[i] == 0 || (i > 0 && _uids[i] <= _uids[i - 1]) || !Enum.IsDefined(_attachments[i]) || _receivedAt[i] is < -62135596800 or > 253402300799) return false;
            if (_linkEnds[i] < link || _textEnds[i] < text || End(_previewEnds[i]) < preview || _linkEnds[i] > _links.Length || _textEnds[i] > _texts.Length || End(_previewEnds[i]) > _previews.Length) return false;
            if (!RowText.IsSound(_texts.AsSpan(text.._textEnds[i]))) return false;
            (link, text, preview) = (_linkEnds[i], _textEnds[i], End(_previewEnds[i]));
        }

        return link == _links.Length && text == _texts.Length && preview == _previews.Length;
    }
}
