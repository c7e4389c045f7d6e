using System.Collections.Immutable;
using Pannier.Mail.Lists;
using Pannier.Mail.Search;

namespace Pannier.Mail.Mirror.Matching;

/// <summary>What the servers have found of a search so far; what is not in it is not known yet.</summary>
/// <param name="Words">By mailbox: where a word stands, in whatever part of the message.</param>
/// <param name="Loose">Messages that match and are not held here yet.</param>
public sealed record Finds(ImmutableDictionary<MailboxId, ImmutableDictionary<SearchNode.Words, FoundUids>> Words, ImmutableList<Row> Loose)
{
    public static Finds None { get; } = new(ImmutableDictionary<MailboxId, ImmutableDictionary<SearchNode.Words, FoundUids>>.Empty, []);

    /// <summary>Null while the server has not answered.</summary>
    public FoundUids? Of(MailboxId mailbox, SearchNode.Words words) => Words.GetValueOrDefault(mailbox)?.GetValueOrDefault(words);

    public Finds With(MailboxId mailbox, SearchNode.Words words, FoundUids found) =>
        this with { Words = Words.SetItem(mailbox, (Words.GetValueOrDefault(mailbox) ?? ImmutableDictionary<SearchNode.Words, FoundUids>.Empty).SetItem(words, found)) };
}
