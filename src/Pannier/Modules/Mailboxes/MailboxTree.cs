using Pannier.Mail;

namespace Pannier.Modules.Mailboxes;

/// <summary>Puts mailboxes in the order of a sidebar: roles first, then by name, each above its children.</summary>
internal static class MailboxTree
{
    public static IEnumerable<MailboxNode> Order(IReadOnlyList<Mailbox> mailboxes)
    {
        var byParent = mailboxes.ToLookup(mailbox => Parent(mailbox, mailboxes), StringComparer.Ordinal);
        return Below("", 0);

        IEnumerable<MailboxNode> Below(string parent, int depth)
        {
            foreach (var mailbox in byParent[parent].OrderBy(Rank).ThenBy(mailbox => mailbox.Name.Leaf, StringComparer.OrdinalIgnoreCase).ThenBy(mailbox => mailbox.Name.Value, StringComparer.Ordinal))
            {
                yield return new MailboxNode(mailbox, depth);
                foreach (var child in Below(mailbox.Name.Value, depth + 1)) yield return child;
            }
        }
    }

    /// <summary>The nearest mailbox above that is listed at all; empty at the top, and for what stands under INBOX only by its name.</summary>
    private static string Parent(Mailbox mailbox, IReadOnlyList<Mailbox> all)
    {
        for (var parent = mailbox.Name.Parent; parent is not null; parent = new MailboxName(parent, mailbox.Name.Delimiter).Parent)
            if (all.Any(other => other.Name.Value == parent)) return parent;
        return "";
    }

    private static int Rank(Mailbox mailbox) => mailbox.Role switch
    {
        MailboxRole.Inbox => 0,
        MailboxRole.Drafts => 1,
        MailboxRole.Sent => 2,
        MailboxRole.Archive => 3,
        MailboxRole.All => 4,
        MailboxRole.Flagged => 5,
        MailboxRole.None => 6,
        MailboxRole.Junk => 7,
        _ => 8,
    };
}
