using Pannier.Mail.Search;

namespace Pannier.Modules.Lists;

/// <summary>The words to be marked in the texts of a row.</summary>
public sealed record RowMarks(IReadOnlyList<string> People, IReadOnlyList<string> Subject, IReadOnlyList<string> Preview)
{
    public static RowMarks None { get; } = new([], [], []);

    public static RowMarks Of(SearchReading typed) => new(
        typed.Shown(SearchField.Anywhere, SearchField.From, SearchField.To),
        typed.Shown(SearchField.Anywhere, SearchField.Subject),
        typed.Shown(SearchField.Anywhere));
}
