using System.Globalization;

namespace Pannier.Mail.Search;

/// <summary>Days as people type them: <c>2026-03-31</c>, <c>2026-03</c>, <c>2026</c>, <c>today</c>, <c>yesterday</c>, or so long ago: <c>7d</c>, <c>2w</c>, <c>3m</c>, <c>1y</c>.</summary>
public static class SearchDate
{
    private static readonly string[] Whole = ["yyyy-M-d", "yyyy/M/d", "d.M.yyyy"];
    private static readonly string[] Months = ["yyyy-M", "yyyy/M", "M.yyyy"];

    /// <summary>The first day meant and the day after the last; null when it is no date.</summary>
    public static SearchDay? Read(string text, DateOnly today)
    {
        if (DateOnly.TryParseExact(text, Whole, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return Sound(day, static day => day.AddDays(1));
        if (DateOnly.TryParseExact(text, Months, CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)) return Sound(month, static day => day.AddMonths(1));
        if (text.Length == 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1900 and < 9999) return new SearchDay(new DateOnly(year, 1, 1), new DateOnly(year + 1, 1, 1));

        return text.ToLowerInvariant() switch
        {
            "today" => new SearchDay(today, today.AddDays(1)),
            "yesterday" => new SearchDay(today.AddDays(-1), today),
            [.. var digits, var unit] when "dwmy".Contains(unit, StringComparison.Ordinal) && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= 1_200 => Ago(today, count, unit),
            _ => null,
        };
    }

    private static SearchDay Ago(DateOnly today, int count, char unit)
    {
        var day = unit switch
        {
            'd' => today.AddDays(-count),
            'w' => today.AddDays(-7 * count),
            'm' => today.AddMonths(-count),
            _ => today.AddYears(-count),
        };
        return new SearchDay(day, day.AddDays(1));
    }

    /// <summary>The calendar ends, and mail is not older than the century before last.</summary>
    private static SearchDay? Sound(DateOnly first, Func<DateOnly, DateOnly> after) => first.Year is >= 1900 and < 9999 ? new SearchDay(first, after(first)) : null;
}
