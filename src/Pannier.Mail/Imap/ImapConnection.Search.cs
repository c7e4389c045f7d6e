using MailKit;
using MailKit.Search;

namespace Pannier.Mail.Imap;

internal sealed partial class ImapConnection
{
    public Task<IReadOnlyList<Uid>> SearchAsync(MailboxRef mailbox, SearchTerms terms, CancellationToken cancellation) =>
        ActAsync(token => FindAsync(mailbox, terms, token), cancellation);

    private async Task<IReadOnlyList<Uid>> FindAsync(MailboxRef mailbox, SearchTerms terms, CancellationToken cancellation)
    {
        var folder = await FreshAsync(mailbox, cancellation);
        return Uids(await folder.SearchAsync(ImapQuery.Of(terms, Features), cancellation));
    }

    private static List<Uid> Uids(IEnumerable<UniqueId> found) => [.. found.Select(id => new Uid(id.Id)).Order()];
}
