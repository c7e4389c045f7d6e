namespace Pannier.Mail.Search;

/// <summary>Whether one row matches a search, read plainly: by what a row says alone.</summary>
public static class RowMatch
{
    public static bool Is(SearchNode node, MailboxId mailbox, MessageRow row) => node switch
    {
        SearchNode.All all => all.Parts.All(part => Is(part, mailbox, row)),
        SearchNode.Any any => any.Parts.Any(part => Is(part, mailbox, row)),
        SearchNode.Not not => !Is(not.Part, mailbox, row),
        SearchNode.Words words => Texts(words.Field, row).Any(text => Folding.Fold(text).Contains(Folding.Fold(words.Text), StringComparison.Ordinal)),
        SearchNode.Marked marked => (row.Keywords & marked.With) == marked.With && (row.Keywords & marked.Without) == Keywords.None,
        SearchNode.Attached => row.Attachment == AttachmentMark.Yes,
        SearchNode.Received received => row.ReceivedAt.ToUnixTimeSeconds() is var at && at >= received.From && at < received.Before,
        SearchNode.Sized sized => row.Size >= sized.From && row.Size < sized.Below,
        SearchNode.Among among => among.Mailboxes.Contains(mailbox),
        _ => throw new InvalidOperationException($"a name that nobody looked up: {node}"),
    };

    private static IEnumerable<string> Texts(SearchField field, MessageRow row)
    {
        var envelope = row.Envelope;
        if (field is SearchField.Anywhere or SearchField.Subject) yield return envelope.Subject;
        if (field is SearchField.Anywhere or SearchField.From) foreach (var text in Names(envelope.From)) yield return text;
        if (field is SearchField.Anywhere or SearchField.To) foreach (var text in Names([.. envelope.To, .. envelope.Cc, .. envelope.Bcc])) yield return text;
        if (field is SearchField.Anywhere) yield return row.Preview ?? "";
    }

    private static IEnumerable<string> Names(IEnumerable<EmailAddress> people) => people.SelectMany(person => new[] { person.Name ?? "", person.Address });
}
