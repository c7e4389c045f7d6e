using System.Buffers.Binary;
using System.Text;
using Pannier.Mail.Lists;

namespace Pannier.Mail.Mirror.Columns;

/// <summary>A block's messages by the first bytes of what they are sorted by; made when somebody first sorts so.</summary>
/// <remarks>Thread-safe: readers that come at the same time make the same.</remarks>
internal sealed class SortKeys
{
    private readonly ulong[]?[] _keys = new ulong[]?[Enum.GetValues<SortBy>().Length];

    public long Bytes => _keys.Sum(keys => 8L * (keys?.Length ?? 0));

    public ReadOnlySpan<ulong> Of(Block block, SortBy by)
    {
        if (_keys[(int)by] is { } made) return made;

        var keys = new ulong[block.Count];
        for (var i = 0; i < keys.Length; i++) keys[i] = Key(SortText.Of(block, i, by));
        return _keys[(int)by] = keys;
    }

    /// <summary>The first eight bytes, so that the order of keys is the order of texts as far as it goes.</summary>
    public static ulong Key(string text)
    {
        Span<byte> bytes = stackalloc byte[256]; // a sort text has 49 chars at most
        bytes[Encoding.UTF8.GetBytes(text, bytes)..].Clear();
        return BinaryPrimitives.ReadUInt64BigEndian(bytes);
    }
}
