using Pannier.Core.Http;
using Pannier.Mail;
using Pannier.Mail.Lists;

namespace Pannier.Modules.Lists;

/// <summary>Turns what a person types into the search box into what servers are asked: each word, or "quoted words", must occur.</summary>
internal static class SearchText
{
    private const int MostWords = 20;

    /// <summary>Reads what was typed: a line of at most 150 characters, which fits into an address in any script; null for more.</summary>
    public static Line? Read(string text) => text.Length <= 150 ? Line.Read(text) : null;

    public static Query Query(Scope scope, string? typed) => new(scope, Terms(typed));

    public static SearchTerms Terms(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed)) return SearchTerms.All;

        var words = new List<string>();
        var quoted = false;
        foreach (var stretch in typed.Split('"'))
        {
            if (quoted) words.Add(stretch.Trim());
            else words.AddRange(stretch.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
            quoted = !quoted;
        }

        var meant = words.Where(word => word.Length > 0).Take(MostWords).ToList();
        return meant.Count == 0 ? SearchTerms.All : new SearchTerms(meant, Keywords.None, Keywords.None);
    }
}
