using System.Globalization;

namespace Pannier.Core.Humans;

/// <summary>What a browser found: a whole number below 2^31.</summary>
public readonly record struct WorkDone(int Number)
{
    /// <summary>Null for a text that is none.</summary>
    public static WorkDone? Read(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? new(number) : null;
}
