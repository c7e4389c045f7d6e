using System.Numerics;

namespace Pannier.Mail.Mirror.Matching;

/// <summary>Some of the rows of one mailbox image.</summary>
internal sealed class RowSet(int rows)
{
    private readonly ulong[] _bits = new ulong[(rows + 63) / 64];

    public int Count { get; private set; }

    public bool this[int row] => (_bits[row >> 6] >> (row & 63) & 1) != 0;

    /// <summary>Takes in the rows of one block.</summary>
    /// <param name="first">The block's first row.</param>
    public void Add(int first, Bits bits)
    {
        foreach (var at in bits)
        {
            _bits[(first + at) >> 6] |= 1UL << ((first + at) & 63);
            Count++;
        }
    }

    /// <summary>The rows from one on, ascending.</summary>
    public IEnumerable<int> From(int row)
    {
        for (var word = row >> 6; word < _bits.Length; word++)
        {
            var left = word == row >> 6 ? _bits[word] & (ulong.MaxValue << (row & 63)) : _bits[word];
            for (; left != 0; left &= left - 1) yield return (word << 6) + BitOperations.TrailingZeroCount(left);
        }
    }
}
