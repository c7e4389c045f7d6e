namespace Pannier.Mail.Lists;

/// <summary>A message that a list may show, before its row is read.</summary>
/// <param name="Sort">What it is sorted by; empty where that is the date.</param>
internal readonly record struct Candidate(DateTimeOffset ReceivedAt, MessageKey Key, string Sort) : IComparable<Candidate>
{
    /// <summary>Newest first, then account, mailbox and the higher uid, so that no two messages tie.</summary>
    public int CompareTo(Candidate other)
    {
        var order = other.ReceivedAt.CompareTo(ReceivedAt);
        if (order == 0) order = Key.Account.CompareTo(other.Key.Account);
        if (order == 0) order = Key.Mailbox.CompareTo(other.Key.Mailbox);
        if (order == 0) order = other.Key.UidValidity.CompareTo(Key.UidValidity);
        return order == 0 ? other.Key.Uid.CompareTo(Key.Uid) : order;
    }
}
