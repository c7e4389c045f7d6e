using Pannier.Mail.Search;

namespace Pannier.Mail.Lists;

/// <summary>Which messages a list holds, and in which order.</summary>
/// <param name="Match">What they must match; <see cref="SearchNode.Everything"/> for a plain list. Names in it have been looked up.</param>
public sealed record Query(Scope Scope, SearchNode Match)
{
    public ListOrder Order { get; init; } = ListOrder.Default;

    public Grouping Grouping { get; init; }

    /// <summary>The mailboxes a combined or named view is made of, of whichever accounts; null for those of its own kind.</summary>
    public IReadOnlySet<MailboxId>? Mailboxes { get; init; }

    /// <summary>What names the search among others, so that a second look finds what was found; null where servers are not to be asked.</summary>
    public string? Key { get; init; }

    /// <summary>A plain list.</summary>
    public static Query Of(Scope scope) => new(scope, SearchNode.Everything);

    /// <summary>Those of an account's mailboxes that the list looks into.</summary>
    public IEnumerable<Mailbox> MailboxesOf(IReadOnlyList<Mailbox> mailboxes) => ScopeMailboxes.Of(this, mailboxes);

    /// <summary>Whether servers can find more than is known here.</summary>
    public bool IsDeep => Match.Deep().Any();
}
