using System.Globalization;

namespace Pannier.Core.Humans;

/// <summary>What a browser is to compute: a number which, as the salt of PBKDF2-SHA-256 over the puzzle's text, gives a key that begins with <see cref="Bits"/> zero bits.</summary>
/// <param name="Text">What stands in the page, signed by the site.</param>
/// <param name="IssuedAt">To the second.</param>
public sealed record WorkPuzzle(string Text, int Bits, int Rounds, DateTimeOffset IssuedAt)
{
    private const int Longest = 200;

    /// <summary>Reads the parts; whether the site signed them is another matter (<see cref="ProofOfWork"/>).</summary>
    public static WorkPuzzle? Read(string text) =>
        text.Length <= Longest && text.Split('.') is ["1", var issued, var bits, var rounds, { Length: 22 }, { Length: 43 }]
        && long.TryParse(issued, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and < 100_000_000_000
        && int.TryParse(bits, NumberStyles.None, CultureInfo.InvariantCulture, out var zeros) && int.TryParse(rounds, NumberStyles.None, CultureInfo.InvariantCulture, out var cost)
            ? new(text, zeros, cost, DateTimeOffset.FromUnixTimeSeconds(seconds))
            : null;

    /// <summary>All before the signature.</summary>
    internal string Signed => Text[..Text.LastIndexOf('.')];

    internal string Signature => Text[(Text.LastIndexOf('.') + 1)..];

    public override string ToString() => Text;
}
