namespace Pannier.Mail.Lists;

/// <summary>Which of an account's mailboxes a scope looks into, and which keywords it asks for.</summary>
internal static class ScopeMailboxes
{
    public static IEnumerable<Mailbox> Of(Scope scope, IReadOnlyList<Mailbox> mailboxes) => scope switch
    {
        Scope.One one => mailboxes.Where(mailbox => mailbox.Id == one.Mailbox && mailbox.Selectable),
        Scope.Combined { View: CombinedView.Unread or CombinedView.Flagged or CombinedView.Everything } =>
            mailboxes.Where(mailbox => mailbox.Selectable && mailbox.Role is not (MailboxRole.Junk or MailboxRole.Trash or MailboxRole.Drafts or MailboxRole.All or MailboxRole.Flagged)),
        Scope.Combined { View: var view } => mailboxes.Where(mailbox => mailbox.Selectable && mailbox.Role == RoleOf(view)),
        _ => [],
    };

    public static SearchTerms Terms(Query query) => query.Scope switch
    {
        Scope.Combined { View: CombinedView.Unread } => query.Search with { Without = query.Search.Without | Keywords.Seen },
        Scope.Combined { View: CombinedView.Flagged } => query.Search with { With = query.Search.With | Keywords.Flagged },
        _ => query.Search,
    };

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
