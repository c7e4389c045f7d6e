using Pannier.Core;

namespace Pannier.Modules.Lists;

/// <summary>Rows of one stretch of time, under its name.</summary>
/// <param name="Name">Null where the list is not by date.</param>
public sealed record DayGroup(Said? Name, IReadOnlyList<ListRow> Rows)
{
    /// <summary>Groups rows that stand newest first.</summary>
    /// <param name="today">The person's own date.</param>
    public static IReadOnlyList<DayGroup> Of(IReadOnlyList<ListRow> rows, DateOnly today)
    {
        var groups = new List<(string Name, List<ListRow> Rows)>();
        foreach (var row in rows)
        {
            var name = Stretch(row.Day, today);
            if (groups.Count > 0 && groups[^1].Name == name) groups[^1].Rows.Add(row);
            else groups.Add((name, [row]));
        }

        return groups.ConvertAll(group => new DayGroup(Said.Of(group.Name), group.Rows));
    }

    private static string Stretch(DateOnly day, DateOnly today) =>
        day >= today ? "lists.today"
        : day == today.AddDays(-1) ? "lists.yesterday"
        : day >= today.AddDays(-6) ? "lists.week"
        : day.Year == today.Year && day.Month == today.Month ? "lists.month"
        : "lists.earlier";
}
