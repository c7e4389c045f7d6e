using System.Text;

namespace Pannier.Tests.Fuzz;

/// <summary>Makes input after input out of a few good ones; the same seed makes the same.</summary>
internal sealed class Shaker(int seed, IReadOnlyList<string> samples, IReadOnlyList<string> words)
{
    private const int Largest = 16 * 1024;

    /// <summary>What breaks parsers of any kind.</summary>
    private static readonly string[] Nasty =
    [
        "\0", "\r", "\n", "\r\n", "\t", "\u200b", "\u202e", "\ufeff", "\ud83d\ude00", "\u0130", "ﬁ", "%00", "%", "%zz", "&#0;", "&#x110000;", "\"", "'", "\\", "<", ">", "(", ")", "{", "}", "[", "]", "=", "=?utf-8?q?=00?=",
        "0", "-1", "4294967296", "99999999999999999999", "1e309", "..", "//", "::", "@", ",", ";", ".", " ", new string('A', 300), new string('(', 300), new string('<', 300), new string('"', 301),
    ];

    private readonly Random _random = new(seed);
    private readonly List<byte[]> _samples = [.. samples.Select(Encoding.UTF8.GetBytes)];
    private readonly List<byte[]> _words = [.. words.Concat(Nasty).Select(Encoding.UTF8.GetBytes)];

    public byte[] Next()
    {
        var bytes = new List<byte>(Pick(_samples));
        for (var left = 1 + _random.Next(6); left > 0; left--) Change(bytes);
        return bytes.Count <= Largest ? [.. bytes] : [.. bytes.Take(Largest)];
    }

    private void Change(List<byte> bytes)
    {
        var at = _random.Next(bytes.Count + 1);
        var length = Math.Min(bytes.Count - at, 1 + _random.Next(1 << _random.Next(8)));
        switch (_random.Next(8))
        {
            case 0: // a word put in
            case 1:
                bytes.InsertRange(at, Pick(_words));
                break;
            case 2: // a word in place of what stood there
                bytes.RemoveRange(at, length);
                bytes.InsertRange(at, Pick(_words));
                break;
            case 3: // a piece left out
                bytes.RemoveRange(at, length);
                break;
            case 4: // a piece said twice
                bytes.InsertRange(at, bytes.GetRange(at, length));
                break;
            case 5: // a bit turned
                if (at < bytes.Count) bytes[at] ^= (byte)(1 << _random.Next(8));
                break;
            case 6: // a piece of another sample
                var other = Pick(_samples);
                var from = _random.Next(other.Length + 1);
                bytes.InsertRange(at, other.AsSpan(from, Math.Min(other.Length - from, length)).ToArray());
                break;
            default: // the rest cut off
                bytes.RemoveRange(at, bytes.Count - at);
                break;
        }
    }

    private byte[] Pick(List<byte[]> from) => from[_random.Next(from.Count)];
}
