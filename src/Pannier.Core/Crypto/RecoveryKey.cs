using System.Security.Cryptography;
using System.Text;

namespace Pannier.Core.Crypto;

/// <summary>128 random bits a person keeps on paper: 26 letters and digits and a check sign (Crockford's base 32), in groups.</summary>
public sealed class RecoveryKey
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const string CheckAlphabet = Alphabet + "*~$=U";
    private const int Size = 16;
    private const int Letters = 26;
    private readonly byte[] _bytes;

    private RecoveryKey(byte[] bytes) => _bytes = bytes;

    public static RecoveryKey New() => new(RandomNumberGenerator.GetBytes(Size));

    /// <summary>Reads what a person typed: case, blanks and hyphens do not matter, O is 0, I and L are 1. Null when it is mistyped.</summary>
    public static RecoveryKey? Read(string text)
    {
        var letters = new StringBuilder();
        foreach (var c in text.ToUpperInvariant())
        {
            if (c is ' ' or '-') continue;
            letters.Append(c switch { 'O' => '0', 'I' or 'L' => '1', _ => c });
        }

        if (letters.Length != Letters + 1) return null;

        UInt128 value = 0;
        for (var i = 0; i < Letters; i++)
        {
            var digit = Alphabet.IndexOf(letters[i], StringComparison.Ordinal);
            if (digit < 0 || (i == 0 && digit > 7)) return null; // 26 letters hold 130 bits; the first two are not ours
            value = (value << 5) | (UInt128)(uint)digit;
        }

        return CheckAlphabet[(int)(value % 37)] == letters[Letters] ? new RecoveryKey(Bytes(value)) : null;
    }

    /// <summary>The key that wraps the root key: 128 random bits need no slow function, only a purpose of their own.</summary>
    internal BoxKey WrappingKey()
    {
        Span<byte> key = stackalloc byte[BoxKey.Length];
        Hkdf.Expand(_bytes, "recovery/wrap", key);
        try
        {
            return BoxKey.Of(0, key);
        }
        finally
        {
            key.Clear();
        }
    }

    /// <summary>The key in groups of six and a last of three, to be shown once.</summary>
    public string Reveal()
    {
        var value = System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(_bytes);
        var text = new StringBuilder();
        for (var i = Letters - 1; i >= 0; i--) text.Append(Alphabet[(int)((value >> (5 * i)) & 31)]);
        text.Append(CheckAlphabet[(int)(value % 37)]);
        for (var at = 6; at < text.Length; at += 7) text.Insert(at, '-');
        return text.ToString();
    }

    public override string ToString() => "•••";

    private static byte[] Bytes(UInt128 value)
    {
        var bytes = new byte[Size];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt128BigEndian(bytes, value);
        return bytes;
    }
}
