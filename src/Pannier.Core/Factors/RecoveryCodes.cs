using System.Security.Cryptography;
using System.Text;

namespace Pannier.Core.Factors;

/// <summary>Codes for when the authenticator is not at hand: ten, 50 random bits each, good once, kept as hashes.</summary>
internal static class RecoveryCodes
{
    public const int Count = 10;
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"; // Crockford's: nothing looks like something else
    private const int Letters = 10;

    /// <summary>As shown: <c>7K2QM-9XWTD</c>.</summary>
    public static IReadOnlyList<string> New() => [.. Enumerable.Range(0, Count).Select(_ => RandomNumberGenerator.GetString(Alphabet, Letters).Insert(Letters / 2, "-"))];

    /// <summary>The hash of a code as typed: case, blanks and hyphens do not matter, O is 0, I and L are 1. Null when it is none.</summary>
    public static byte[]? Hash(string typed)
    {
        var letters = new StringBuilder(Letters);
        foreach (var c in typed.ToUpperInvariant())
        {
            if (c is ' ' or '-') continue;
            var letter = c switch { 'O' => '0', 'I' or 'L' => '1', _ => c };
            if (!Alphabet.Contains(letter, StringComparison.Ordinal) || letters.Length == Letters) return null;
            letters.Append(letter);
        }

        return letters.Length == Letters ? SHA256.HashData(Encoding.ASCII.GetBytes(letters.ToString())) : null;
    }
}
