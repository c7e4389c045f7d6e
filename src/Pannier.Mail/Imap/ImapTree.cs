using MailKit.Search;
using Pannier.Mail.Search;

namespace Pannier.Mail.Imap;

/// <summary>A search tree as a SEARCH command's keys (RFC 9051 §6.4.4).</summary>
internal static class ImapTree
{
    private static readonly TimeSpan AnyZone = TimeSpan.FromHours(26);

    public static SearchQuery Of(SearchNode node, StoreFeatures features) => node switch
    {
        SearchNode.All { Parts.Count: 0 } => SearchQuery.All,
        SearchNode.All all => all.Parts.Select(part => Of(part, features)).Aggregate(static (left, right) => left.And(right)),
        SearchNode.Any { Parts.Count: 0 } => SearchQuery.Not(SearchQuery.All),
        SearchNode.Any any => any.Parts.Select(part => Of(part, features)).Aggregate(static (left, right) => left.Or(right)),
        SearchNode.Not not => SearchQuery.Not(Of(not.Part, features)),
        SearchNode.Words { Field: SearchField.From } from => SearchQuery.FromContains(from.Text),
        SearchNode.Words { Field: SearchField.To } to => SearchQuery.ToContains(to.Text).Or(SearchQuery.CcContains(to.Text)).Or(SearchQuery.BccContains(to.Text)),
        SearchNode.Words { Field: SearchField.Subject } subject => SearchQuery.SubjectContains(subject.Text),
        SearchNode.Words words => Anywhere(words.Text, features),
        SearchNode.Marked marked => Marked(marked),
        SearchNode.Received received => Received(received),
        SearchNode.Sized sized => Sized(sized),
        _ => SearchQuery.All, // not a server's to know: attachments, and mailboxes one is in already
    };

    public static SearchQuery Anywhere(string word, StoreFeatures features) =>
        features.HasFlag(StoreFeatures.GmailSearch) ? SearchQuery.GMailRawSearch('"' + word.Replace('"', ' ') + '"') : SearchQuery.MessageContains(word);

    private static SearchQuery Marked(SearchNode.Marked marked) => ImapQuery.Of(new SearchTerms([], marked.With, marked.Without), StoreFeatures.None);

    /// <summary>Servers compare days, by their own clock: one more at either end, so that none is missed.</summary>
    private static SearchQuery Received(SearchNode.Received received)
    {
        var query = SearchQuery.All;
        if (received.From > Day(DateTime.MinValue.AddYears(1))) query = query.And(SearchQuery.DeliveredAfter(Date(received.From) - AnyZone));
        if (received.Before < Day(DateTime.MaxValue.AddYears(-1))) query = query.And(SearchQuery.DeliveredBefore(Date(received.Before) + AnyZone));
        return query;
    }

    private static SearchQuery Sized(SearchNode.Sized sized)
    {
        var query = SearchQuery.All;
        if (sized.From > 0) query = query.And(SearchQuery.LargerThan((int)Math.Min(sized.From - 1, int.MaxValue)));
        if (sized.Below < int.MaxValue) query = query.And(SearchQuery.SmallerThan((int)Math.Max(sized.Below, 1)));
        return query;
    }

    private static DateTime Date(long seconds) => DateTimeOffset.FromUnixTimeSeconds(seconds).UtcDateTime;

    private static long Day(DateTime day) => new DateTimeOffset(day, TimeSpan.Zero).ToUnixTimeSeconds();
}
