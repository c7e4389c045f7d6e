using System.Globalization;

namespace Pannier.Mail.Search;

/// <summary>Reads what a person types into a search: words, "phrases", <c>-not</c>, <c>OR</c>, brackets and operators.</summary>
/// <remarks>Never fails: what says nothing is left out and told. OR binds two neighbours, everything else must hold together.</remarks>
public sealed class SearchReader
{
    /// <summary>Words and operators of one search.</summary>
    public const int MostLeaves = 20;

    private const int Deepest = 8;
    private readonly IReadOnlyList<SearchToken> _tokens;
    private readonly SearchDays _days;
    private readonly List<SearchMistake> _mistakes = [];
    private int _at;
    private int _leaves;

    private SearchReader(IReadOnlyList<SearchToken> tokens, SearchDays days) => (_tokens, _days) = (tokens, days);

    public static SearchReading Read(string typed, SearchDays days)
    {
        var reader = new SearchReader(SearchToken.Read(typed), days);
        var node = SearchNode.Everything;
        while (reader._at < reader._tokens.Count)
        {
            node = node.And(reader.Sequence(0));
            reader._at++; // a closing bracket too many
        }

        return new SearchReading(node, reader._mistakes);
    }

    private SearchToken? Here => _at < _tokens.Count ? _tokens[_at] : null;

    private SearchNode Sequence(int depth)
    {
        var node = SearchNode.Everything;
        while (Here is { Mark: not ')' })
        {
            var parts = new List<SearchNode?> { Item(depth) };
            while (Here is { Mark: SearchToken.Or })
            {
                _at++;
                if (Here is not null and not { Mark: ')' or SearchToken.Or }) parts.Add(Item(depth));
            }

            var said = parts.OfType<SearchNode>().Where(part => !part.IsEverything).ToList();
            if (said.Count > 0) node = node.And(said.Count == 1 ? said[0] : new SearchNode.Any(said));
        }

        return node;
    }

    /// <returns>Null for what says nothing.</returns>
    private SearchNode? Item(int depth)
    {
        var token = _tokens[_at++]; // the callers have seen it
        switch (token.Mark)
        {
            case '-':
                return Here is null or { Mark: ')' or SearchToken.Or } || depth >= Deepest ? null : Item(depth + 1) is { IsEverything: false } part ? new SearchNode.Not(part) : null;
            case '(' when depth < Deepest:
                var inner = Sequence(depth + 1);
                if (Here is { Mark: ')' }) _at++;
                return inner;
            case SearchToken.Word:
                return Leaf(token);
            default:
                return null;
        }
    }

    private SearchNode? Leaf(SearchToken token)
    {
        if (token is { Operator: null, Text: "-" }) return null;
        if (token.Text.Length == 0 || Folding.Fold(token.Text).Length == 0) return token.Operator is null ? null : Mistake(SearchMistakeKind.NothingSaid, token.Operator + ":");
        if (++_leaves > MostLeaves) return _leaves == MostLeaves + 1 ? Mistake(SearchMistakeKind.TooMany, token.Text) : null;

        return token.Operator switch
        {
            null => new SearchNode.Words(SearchField.Anywhere, token.Text),
            "from" => new SearchNode.Words(SearchField.From, token.Text),
            "to" or "cc" or "bcc" => new SearchNode.Words(SearchField.To, token.Text),
            "subject" => new SearchNode.Words(SearchField.Subject, token.Text),
            "in" => new SearchNode.In(token.Text),
            "account" => new SearchNode.Of(token.Text),
            "is" or "has" => State(token),
            "larger" => Size(token) is { } size ? new SearchNode.Sized(size + 1, long.MaxValue) : null,
            "smaller" => Size(token) is { } size ? new SearchNode.Sized(0, size) : null,
            var date => Date(token, date),
        };
    }

    private SearchNode? State(SearchToken token) => token.Text.ToLowerInvariant() switch
    {
        "unread" or "new" => new SearchNode.Marked(Keywords.None, Keywords.Seen),
        "read" or "seen" => new SearchNode.Marked(Keywords.Seen, Keywords.None),
        "flagged" or "starred" or "flag" or "star" => new SearchNode.Marked(Keywords.Flagged, Keywords.None),
        "unflagged" => new SearchNode.Marked(Keywords.None, Keywords.Flagged),
        "answered" or "replied" => new SearchNode.Marked(Keywords.Answered, Keywords.None),
        "unanswered" => new SearchNode.Marked(Keywords.None, Keywords.Answered),
        "forwarded" => new SearchNode.Marked(Keywords.Forwarded, Keywords.None),
        "draft" => new SearchNode.Marked(Keywords.Draft, Keywords.None),
        "attachment" or "attachments" or "file" => new SearchNode.Attached(),
        _ => Mistake(SearchMistakeKind.NoSuchState, $"{token.Operator}:{token.Text}"),
    };

    private long? Size(SearchToken token)
    {
        var text = token.Text.TrimEnd('b', 'B');
        var unit = text.Length == 0 ? 1 : char.ToUpperInvariant(text[^1]) switch { 'K' => 1_000, 'M' => 1_000_000, 'G' => 1_000_000_000, _ => 1 };
        var digits = unit == 1 ? text : text[..^1];
        if (double.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number is >= 0 and <= 1e12) return (long)(number * unit);
        Mistake(SearchMistakeKind.NoSize, $"{token.Operator}:{token.Text}");
        return null;
    }

    private SearchNode? Date(SearchToken token, string name)
    {
        if (SearchDate.Read(token.Text, _days.Today) is not var (first, next)) return Mistake(SearchMistakeKind.NoDate, $"{name}:{token.Text}");

        var (from, before) = (_days.StartOf(first), _days.StartOf(next));
        return name switch
        {
            "before" or "older" => new SearchNode.Received(long.MinValue, from),
            "on" => new SearchNode.Received(from, before),
            _ => new SearchNode.Received(from, long.MaxValue),
        };
    }

    private SearchNode? Mistake(SearchMistakeKind kind, string text)
    {
        _mistakes.Add(new SearchMistake(kind, text));
        return null;
    }
}
