using Pannier.Mail;
using Pannier.Mail.Lists;
using Pannier.Mail.Mirror;
using Pannier.Mail.Search;

namespace Pannier.Core.Accounts.Searching;

/// <summary>Looks up the mailboxes and accounts a search names.</summary>
internal static class SearchNames
{
    private static readonly Dictionary<string, MailboxRole> Roles = new(StringComparer.Ordinal)
    {
        ["inbox"] = MailboxRole.Inbox,
        ["drafts"] = MailboxRole.Drafts,
        ["sent"] = MailboxRole.Sent,
        ["archive"] = MailboxRole.Archive,
        ["junk"] = MailboxRole.Junk,
        ["spam"] = MailboxRole.Junk,
        ["trash"] = MailboxRole.Trash,
        ["bin"] = MailboxRole.Trash,
    };

    /// <summary>The query with its names looked up. A search everywhere that names mailboxes looks into those of Junk and Trash as well.</summary>
    public static Query Resolve(Query query, IReadOnlyList<MyAccount> accounts, MirrorVersion version)
    {
        if (!query.Match.Walk().Any(node => node is SearchNode.In or SearchNode.Of)) return query;

        var shown = accounts.Where(account => account.Combined == InCombinedViews.Shown).ToList();
        var all = version.Accounts.Values.SelectMany(account => account.Mailboxes).Where(mailbox => mailbox.Selectable).ToList();
        var match = query.Match.Map(node => node switch
        {
            SearchNode.In place => new SearchNode.Among(Mailboxes(place.Mailbox, all)),
            SearchNode.Of owner => new SearchNode.Among(OfAccounts(owner.Account, accounts, all)),
            _ => node,
        });
        var isEverywhere = query.Scope is Scope.Combined { View: CombinedView.Everything } && query.Match.Walk().OfType<SearchNode.In>().Any();
        return query with { Match = match, Mailboxes = isEverywhere ? all.Where(mailbox => shown.Any(account => account.Id == mailbox.Account)).Select(mailbox => mailbox.Id).ToHashSet() : query.Mailboxes };
    }

    /// <summary>The names that nothing is called.</summary>
    public static IReadOnlyList<string> Unknown(Query query, IReadOnlyList<MyAccount> accounts, MirrorVersion version)
    {
        var all = version.Accounts.Values.SelectMany(account => account.Mailboxes).Where(mailbox => mailbox.Selectable).ToList();
        return
        [
            .. query.Match.Walk().Select(node => node switch
            {
                SearchNode.In place when Mailboxes(place.Mailbox, all).Count == 0 => "in:" + place.Mailbox,
                SearchNode.Of owner when OfAccounts(owner.Account, accounts, all).Count == 0 => "account:" + owner.Account,
                _ => null,
            }).OfType<string>(),
        ];
    }

    /// <summary>By role, by name or by the last part of it; only where nothing is called so, by a part of that.</summary>
    private static HashSet<MailboxId> Mailboxes(string name, IReadOnlyList<Mailbox> all)
    {
        var folded = Folding.Fold(name);
        var exact = all.Where(mailbox => (Roles.TryGetValue(folded, out var role) && mailbox.Role == role) || Folding.Fold(mailbox.Name.Value) == folded || Folding.Fold(mailbox.Name.Leaf) == folded).ToList();
        return [.. (exact.Count > 0 ? exact : all.Where(mailbox => Folding.Fold(mailbox.Name.Leaf).Contains(folded, StringComparison.Ordinal))).Select(mailbox => mailbox.Id)];
    }

    private static HashSet<MailboxId> OfAccounts(string name, IReadOnlyList<MyAccount> accounts, IReadOnlyList<Mailbox> all)
    {
        var folded = Folding.Fold(name);
        var meant = accounts.Where(account => Folding.Fold(account.Name).Contains(folded, StringComparison.Ordinal) || Folding.Fold(account.Address).Contains(folded, StringComparison.Ordinal)).Select(account => account.Id).ToHashSet();
        return [.. all.Where(mailbox => meant.Contains(mailbox.Account)).Select(mailbox => mailbox.Id)];
    }
}
