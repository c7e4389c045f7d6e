using System.Numerics;
using System.Runtime.Intrinsics;

namespace Pannier.Mail.Mirror.Matching;

/// <summary>Looks for a folded word in UTF-8 as it stands, 32 places at a time, by its first and last byte.</summary>
internal static class TextScan
{
    private const byte LowerBit = 0x20;

    /// <param name="term">Its ASCII letters lower case; not empty.</param>
    public static int Next(ReadOnlySpan<byte> text, ReadOnlySpan<byte> term, int from)
    {
        var last = text.Length - term.Length;
        var lower = Vector256.Create(LowerBit);
        var (head, tail) = (Vector256.Create((byte)(term[0] | LowerBit)), Vector256.Create((byte)(term[^1] | LowerBit)));
        for (; from + Vector256<byte>.Count <= last + 1; from += Vector256<byte>.Count)
        {
            var heads = Vector256.Equals(Vector256.Create(text[from..]) | lower, head);
            var tails = Vector256.Equals(Vector256.Create(text[(from + term.Length - 1)..]) | lower, tail);
            for (var both = (heads & tails).ExtractMostSignificantBits(); both != 0; both &= both - 1)
                if (from + BitOperations.TrailingZeroCount(both) is var at && IsAt(text, at, term)) return at;
        }

        for (; from <= last; from++)
            if (IsAt(text, from, term)) return from;

        return -1;
    }

    private static bool IsAt(ReadOnlySpan<byte> text, int at, ReadOnlySpan<byte> term)
    {
        for (var i = 0; i < term.Length; i++)
        {
            var here = text[at + i];
            if (here != term[i] && !(here is >= (byte)'A' and <= (byte)'Z' && (here | LowerBit) == term[i])) return false;
        }

        return true;
    }
}
