namespace Pannier.Mail.Compose;

/// <summary>
/// Begins an answer: to whom, under which subject, in which thread (RFC 5322 §3.6.4). The text is quoted by
/// <see cref="Text.Quote.Reply"/>.
/// </summary>
public static class Reply
{
    /// <param name="own">The person's addresses, of all accounts: they get no copy. A message of one's own is answered to whom it went.</param>
    public static ReplyStart To(MessageHead head, ReplyKind kind, IReadOnlyList<string> own)
    {
        var mine = new OwnAddresses(own);
        var list = new ListHeaders(head);
        var envelope = head.Row.Envelope;
        var byMe = envelope.From.Count > 0 && envelope.From.All(mine.Has);
        var (to, cc) = kind switch
        {
            ReplyKind.List when list.Post is { } post => ([new EmailAddress(null, post.Shown())], []),
            ReplyKind.Reply => (byMe ? FirstOf(envelope.To, envelope.Cc, envelope.Bcc) : Author(envelope, list, mine), []),
            _ => byMe ? (envelope.To, envelope.Cc) : Everybody(head, envelope, list, mine),
        };
        if (kind != ReplyKind.Reply) (to, cc) = ([.. to.Where(address => !mine.Has(address))], [.. cc.Where(address => !mine.Has(address))]);

        var first = Recipients.From(to);
        var second = Recipients.From(cc, first);
        if (first.Count == 0) (first, second) = (second, []);
        if (first.Count == 0) first = Recipients.From(FirstOf(envelope.ReplyTo, envelope.From, envelope.To));
        return new(
            first, second, SubjectPrefix.Reply(OneLine.Of(envelope.Subject)), ThreadFields.Parent(head), ThreadFields.References(head),
            new(envelope.From.Count > 0 ? envelope.From[0] : null, envelope.Date));
    }

    /// <summary>
    /// Reply-To, unless it leads to the list: an answer to the author must not go to all by accident (RFC 2369's list says where it is).
    /// </summary>
    private static IReadOnlyList<EmailAddress> Author(Envelope envelope, ListHeaders list, OwnAddresses mine) =>
        envelope.ReplyTo.Count > 0 && !envelope.ReplyTo.All(mine.Has) && !LeadsToList(envelope, list) ? envelope.ReplyTo : envelope.From;

    private static bool LeadsToList(Envelope envelope, ListHeaders list) =>
        list.Post is { } post && envelope.ReplyTo.All(address => post.Equals(AddrSpec.Read(address.Address)))
        && envelope.From.Any(address => !post.Equals(AddrSpec.Read(address.Address)));

    private static (IReadOnlyList<EmailAddress> To, IReadOnlyList<EmailAddress> Cc) Everybody(MessageHead head, Envelope envelope, ListHeaders list, OwnAddresses mine)
    {
        // The author of a message to a list may ask to get one copy, not two.
        if (head.Header("Mail-Followup-To") is { } followUp && AddressList.Read(followUp).Addresses is { Count: > 0 } asked) return (asked, []);

        var author = Author(envelope, list, mine);
        IEnumerable<EmailAddress> others = LeadsToList(envelope, list) ? envelope.ReplyTo : [];
        return (author, [.. others, .. envelope.To, .. envelope.Cc]);
    }

    private static IReadOnlyList<EmailAddress> FirstOf(params ReadOnlySpan<IReadOnlyList<EmailAddress>> lists)
    {
        foreach (var list in lists)
            if (Recipients.From(list).Count > 0)
                return list;

        return [];
    }
}
