using Pannier.Mail;
using Pannier.Mail.Lists;
using Pannier.Mail.Mirror;
using Pannier.Mail.Mirror.Matching;
using Pannier.Mail.Search;

namespace Pannier.Core.Accounts.Searching;

/// <summary>What a server found in one mailbox.</summary>
/// <param name="Loose">Messages that match and are not read in yet, the newest of them.</param>
/// <param name="Unread">Such messages beyond those.</param>
internal sealed record MailboxSearch(IReadOnlyDictionary<SearchNode.Words, FoundUids> Words, IReadOnlyList<Row> Loose, int Unread, SearchRules Rules)
{
    private const int MostLoose = 100;

    /// <param name="image">What is held of the mailbox; null for nothing.</param>
    public static async Task<MailboxSearch> AtAsync(IMailConnection connection, Mailbox mailbox, SearchNode match, MailboxImage? image, CancellationToken cancellation)
    {
        var state = await connection.SelectAsync(mailbox.Name, cancellation);
        var place = new MailboxRef(mailbox.Name, state.UidValidity);

        // 1. Each word by itself: what else is asked is known here.
        var words = new Dictionary<SearchNode.Words, FoundUids>();
        foreach (var word in match.Deep())
            words[word] = new FoundUids(state.UidValidity, state.Exists == 0 ? [] : await connection.SearchAsync(place, new SearchTerms([word.Text], Keywords.None, Keywords.None), cancellation));

        // 2. Of what is not read in yet, the server judges all.
        IReadOnlyList<Row> loose = [];
        var unread = 0;
        if (state.Exists > 0 && image is not { Point.Complete: true })
        {
            var matching = await connection.SearchAsync(place, SearchTerms.All with { Matching = match }, cancellation);
            var missing = matching.Where(uid => image is null || image.Point.UidValidity != state.UidValidity || image.Find(uid) < 0).ToList();
            var rows = await connection.RowsAsync(place, [.. missing.TakeLast(MostLoose)], Previews.Read, cancellation);
            loose = [.. rows.Select(row => new Row(new MessageKey(mailbox.Account, mailbox.Id, state.UidValidity, row.Uid), row))];
            unread = Math.Max(0, missing.Count - MostLoose);
        }

        return new MailboxSearch(words, loose, unread, connection.Features.HasFlag(StoreFeatures.GmailSearch) ? SearchRules.Gmail : SearchRules.Imap);
    }
}
