using Pannier.Mail.Search;

namespace Pannier.Mail.Lists;

/// <summary>Which of an account's mailboxes a list looks into, and which keywords its scope asks for.</summary>
internal static class ScopeMailboxes
{
    public static IEnumerable<Mailbox> Of(Query query, IReadOnlyList<Mailbox> mailboxes) => query.Scope switch
    {
        Scope.One one => mailboxes.Where(mailbox => mailbox.Id == one.Mailbox && mailbox.Selectable),
        not null when query.Mailboxes is { } chosen => mailboxes.Where(mailbox => mailbox.Selectable && chosen.Contains(mailbox.Id)),
        Scope.Named or Scope.Combined { View: CombinedView.Unread or CombinedView.Flagged or CombinedView.Everything } => EachOnce.Of(mailboxes),
        Scope.Combined { View: var view } => mailboxes.Where(mailbox => mailbox.Selectable && mailbox.Role == RoleOf(view)),
        _ => [],
    };

    /// <summary>What a message must match to be in the list.</summary>
    public static SearchNode Match(Query query) => query.Scope switch
    {
        Scope.Combined { View: CombinedView.Unread } => new SearchNode.Marked(Keywords.None, Keywords.Seen).And(query.Match),
        Scope.Combined { View: CombinedView.Flagged } => new SearchNode.Marked(Keywords.Flagged, Keywords.None).And(query.Match),
        _ => query.Match,
    };

    /// <summary>What a message of one mailbox must match: drafts lie in <c>\All</c>, too, and are in no combined view but their own.</summary>
    public static SearchNode Match(Query query, MailboxRole role) =>
        role == MailboxRole.All && query.Scope is not Scope.One ? new SearchNode.Marked(Keywords.None, Keywords.Draft).And(Match(query)) : Match(query);

    private static MailboxRole RoleOf(CombinedView view) => view switch
    {
        CombinedView.Inbox => MailboxRole.Inbox,
        CombinedView.Sent => MailboxRole.Sent,
        CombinedView.Drafts => MailboxRole.Drafts,
        CombinedView.Archive => MailboxRole.Archive,
        CombinedView.Junk => MailboxRole.Junk,
        _ => MailboxRole.Trash,
    };
}
