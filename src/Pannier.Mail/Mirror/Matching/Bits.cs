using System.Numerics;
using Pannier.Mail.Mirror.Columns;

namespace Pannier.Mail.Mirror.Matching;

/// <summary>Some of the messages of one block.</summary>
internal readonly struct Bits
{
    private readonly ulong[] _words;
    private readonly int _count;

    private Bits(ulong[] words, int count) => (_words, _count) = (words, count);

    public bool IsEmpty => !_words.AsSpan().ContainsAnyExcept(0UL);

    public static Bits None(int count) => new(new ulong[(count + 63) / 64], count);

    public static Bits All(int count) => ~None(count);

    public static Bits operator &(Bits left, Bits right) => left.With(right, static (a, b) => a & b);

    public static Bits operator |(Bits left, Bits right) => left.With(right, static (a, b) => a | b);

    public static Bits operator ~(Bits bits)
    {
        var words = new ulong[bits._words.Length];
        for (var i = 0; i < words.Length; i++) words[i] = ~bits._words[i];
        if ((bits._count & 63) is > 0 and var rest) words[^1] &= (1UL << rest) - 1;
        return new Bits(words, bits._count);
    }

    /// <summary>The messages of a block of which something is true.</summary>
    public static Bits Where(Block block, Func<Block, int, bool> which)
    {
        var bits = None(block.Count);
        for (var i = 0; i < block.Count; i++)
            if (which(block, i)) bits.Set(i);

        return bits;
    }

    public void Set(int at) => _words[at >> 6] |= 1UL << (at & 63);

    public bool Has(int at) => (_words[at >> 6] >> (at & 63) & 1) != 0;

    public IEnumerator<int> GetEnumerator()
    {
        for (var i = 0; i < _words.Length; i++)
            for (var left = _words[i]; left != 0; left &= left - 1) yield return (i << 6) + BitOperations.TrailingZeroCount(left);
    }

    private Bits With(Bits other, Func<ulong, ulong, ulong> join)
    {
        var words = new ulong[_words.Length];
        for (var i = 0; i < words.Length; i++) words[i] = join(_words[i], other._words[i]);
        return new Bits(words, _count);
    }
}
