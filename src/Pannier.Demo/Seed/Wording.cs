using System.Text;

namespace Pannier.Demo.Seed;

/// <summary>Turns a text with choices into one text: <c>{{name}}</c> is a slot, <c>[[a|b|c]]</c> one of several wordings.</summary>
internal static class Wording
{
    /// <param name="key">Decides the wordings; the same key always gives the same text.</param>
    public static string Say(string text, IReadOnlyDictionary<string, string> slots, string key)
    {
        var said = new StringBuilder(text.Length);
        var choice = 0;
        for (var at = 0; at < text.Length;)
        {
            if (Between(text, at, "[[", "]]") is { } ways)
            {
                said.Append(Slots(Mixer.Pick(ways.Split('|'), key, choice++), slots));
                at += ways.Length + 4;
            }
            else if (Between(text, at, "{{", "}}") is { } name)
            {
                said.Append(slots[name]);
                at += name.Length + 4;
            }
            else
            {
                said.Append(text[at++]);
            }
        }
        return said.ToString();
    }

    private static string Slots(string text, IReadOnlyDictionary<string, string> slots) =>
        slots.Aggregate(text, (so, slot) => so.Replace("{{" + slot.Key + "}}", slot.Value, StringComparison.Ordinal));

    private static string? Between(string text, int at, string open, string close)
    {
        if (string.CompareOrdinal(text, at, open, 0, 2) != 0)
            return null;
        var end = text.IndexOf(close, at, StringComparison.Ordinal);
        return end < 0 ? null : text[(at + 2)..end];
    }
}
