using Pannier.Mail.Mirror.Matching;
using Pannier.Mail.Search;

namespace Pannier.Mail.Mirror.Views;

/// <summary>The rows of a mailbox that a list holds.</summary>
internal readonly struct Rows
{
    private readonly MailboxImage _image;
    private readonly Keywords _with;
    private readonly Keywords _without;
    private readonly RowSet? _matching;

    /// <param name="finds">What the servers found; null where only what is known here counts.</param>
    public Rows(MailboxImage image, SearchNode match, Finds? finds)
    {
        _image = image;
        if (match is SearchNode.Marked marked) (_with, _without) = (marked.With, marked.Without);
        else if (!match.IsEverything) _matching = image.Match(match, finds);
    }

    public bool IsEmpty => (_without.HasFlag(Keywords.Seen) && _image.Unseen == 0) || (_with.HasFlag(Keywords.Flagged) && _image.Flagged == 0) || _matching is { Count: 0 };

    public bool Has(int row)
    {
        if (_matching is not null) return _matching[row];
        if (_with == Keywords.None && _without == Keywords.None) return true;
        var keywords = _image.KeywordsAt(row);
        return (keywords & _with) == _with && (keywords & _without) == Keywords.None;
    }

    /// <summary>How many there are, counting those on the server that are not held yet where all are meant.</summary>
    public int Total => (_matching, _with, _without) switch
    {
        ({ Count: var count }, _, _) => count,
        (_, Keywords.None, Keywords.None) => Math.Max(_image.Count, _image.Point.Exists),
        (_, Keywords.None, Keywords.Seen) => _image.Unseen,
        (_, Keywords.Flagged, Keywords.None) => _image.Flagged,
        _ => Enumerable.Range(0, _image.Count).Count(Has),
    };
}
