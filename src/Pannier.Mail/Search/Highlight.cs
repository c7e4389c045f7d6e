using System.Text;

namespace Pannier.Mail.Search;

/// <summary>Finds where the words of a search stand in a text that is shown.</summary>
public static class Highlight
{
    /// <summary>The text in pieces, those that match marked.</summary>
    /// <param name="words">As typed; folded here as the search folds them.</param>
    public static IReadOnlyList<HighlightPiece> Pieces(string text, IReadOnlyList<string> words)
    {
        var terms = words.Select(Folding.Fold).Where(term => term.Length > 0).ToList();
        if (terms.Count == 0 || text.Length == 0) return [new HighlightPiece(text, Hit.No)];

        // 1. Fold, keeping where each folded char comes from.
        var folded = new StringBuilder(text.Length);
        var from = new List<int>(text.Length + 1);
        for (var at = 0; at < text.Length;)
        {
            var length = Folding.Length(text, at);
            Folding.Append(folded, text.AsSpan(at, length));
            while (from.Count < folded.Length) from.Add(at);
            at += length;
        }

        from.Add(text.Length);
        var haystack = folded.ToString();

        // 2. Mark every char of the text that belongs to a match.
        var hits = new bool[text.Length];
        foreach (var term in terms)
        {
            for (var at = haystack.IndexOf(term, StringComparison.Ordinal); at >= 0; at = haystack.IndexOf(term, at + 1, StringComparison.Ordinal))
            {
                var last = at + term.Length - 1;
                var end = from.Find(place => place > from[last]); // the end of the last char's own stretch
                hits.AsSpan(from[at]..(end == 0 ? text.Length : end)).Fill(true);
            }
        }

        // 3. Cut.
        var pieces = new List<HighlightPiece>();
        for (var at = 0; at < text.Length;)
        {
            var end = at + 1;
            while (end < text.Length && hits[end] == hits[at]) end++;
            pieces.Add(new HighlightPiece(text[at..end], hits[at] ? Hit.Yes : Hit.No));
            at = end;
        }

        return pieces;
    }
}
