using System.Globalization;
using System.Text;

namespace Pannier.Mail.Senders;

/// <summary>
/// What a name looks like at a glance: two that look alike have the same skeleton (after the idea of UTS #39 §4, with a table of the
/// letters that mail is forged with). Only for comparing; never shown.
/// </summary>
public static class Skeleton
{
    // Each line: what is seen as the first, then its look-alikes.
    private static readonly string[] Alike =
    [
        "aаɑαạȧ", "bЬʙв", "cсϲċç", "dԁɗ", "eеҽėẹєε", "fғ", "gɡġց", "hһհ", "iіıïι1l|ǀӏ!", "jјʝ", "kκкқ", "mм", "nոռη", "oоοօ0ọөσ", "pрρ", "qԛգ", "rгяɾ",
        "sѕʂş5", "tτт", "uυսцụμ", "vνѵ", "wԝѡω", "xхҳ×χ", "yуγүʏ", "zʐż2", "-‐‑‒–—−",
    ];

    private static readonly Dictionary<int, int> Seen = Alike
        .SelectMany(line => line.EnumerateRunes().Skip(1).Select(rune => (rune.Value, First: line.EnumerateRunes().First().Value)))
        .ToDictionary(pair => pair.Value, pair => pair.First);

    private static readonly IdnMapping Idn = new();

    /// <summary>The skeleton of a domain or of a person's name.</summary>
    public static string Of(string text)
    {
        var skeleton = new StringBuilder(text.Length);
        foreach (var rune in Shown(text).Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            var lower = Rune.ToLowerInvariant(rune);
            if (Rune.GetUnicodeCategory(lower) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format or UnicodeCategory.Control) continue;
            skeleton.Append(Seen.TryGetValue(lower.Value, out var first) ? new Rune(first).ToString() : lower.ToString());
        }

        return skeleton.ToString().Replace("rn", "m", StringComparison.Ordinal).Replace("vv", "w", StringComparison.Ordinal).Replace("ci", "d", StringComparison.Ordinal);
    }

    // Compared as people see it, not as DNS writes it. A lone half of a character cannot be normalised.
    private static string Shown(string text)
    {
        var whole = string.Concat(text.EnumerateRunes());
        if (!whole.Contains("xn--", StringComparison.OrdinalIgnoreCase)) return whole;
        try
        {
            return Idn.GetUnicode(whole);
        }
        catch (ArgumentException)
        {
            return whole;
        }
    }
}
