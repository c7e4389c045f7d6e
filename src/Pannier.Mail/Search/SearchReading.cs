namespace Pannier.Mail.Search;

/// <summary>A search as it was understood.</summary>
/// <param name="Node"><see cref="SearchNode.Everything"/> where nothing was asked.</param>
/// <param name="Mistakes">What was left out of it, for the person to mend.</param>
public sealed record SearchReading(SearchNode Node, IReadOnlyList<SearchMistake> Mistakes)
{
    /// <summary>The words that stand in the text of messages, to be marked where they are shown.</summary>
    public IReadOnlyList<string> Shown(params IReadOnlyList<SearchField> fields) => [.. Positive(Node).OfType<SearchNode.Words>().Where(words => fields.Contains(words.Field)).Select(words => words.Text).Distinct()];

    private static IEnumerable<SearchNode> Positive(SearchNode node) => node switch
    {
        SearchNode.All all => all.Parts.SelectMany(Positive),
        SearchNode.Any any => any.Parts.SelectMany(Positive),
        SearchNode.Not => [],
        _ => [node],
    };
}
