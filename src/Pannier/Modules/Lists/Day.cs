using System.Globalization;

namespace Pannier.Modules.Lists;

/// <summary>A day as date fields send it.</summary>
internal static class Day
{
    /// <summary>Reads <c>2026-03-31</c>; null for anything else, and for years nobody has mail of.</summary>
    public static DateOnly? Read(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1900 and < 9999 ? day : null;
}
