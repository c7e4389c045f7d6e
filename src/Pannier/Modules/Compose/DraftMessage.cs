using Pannier.Core;
using Pannier.Core.Accounts;
using Pannier.Core.Text;
using Pannier.Mail;
using Pannier.Mail.Compose;

namespace Pannier.Modules.Compose;

/// <summary>Makes the message of what was typed: strictly for sending, as far as it goes for the Drafts mailbox.</summary>
internal sealed class DraftMessage(Senders senders, DraftFiles files, WordsOfVisit words, Core.Settings.MySettings settings, TimeProvider clock)
{
    /// <summary>For sending: everything must be right.</summary>
    /// <param name="mistakes">Takes what is not.</param>
    /// <returns>Null when something is not right.</returns>
    public async Task<WrittenMessage?> ForSendingAsync(KeptDraft draft, List<FieldMistake> mistakes, CancellationToken cancellation)
    {
        await settings.LoadAsync(cancellation);
        var identities = await senders.AllAsync(cancellation);
        var identity = identities.FirstOrDefault(one => one.Id == draft.From);
        if (identity is null || AddrSpec.Read(identity.Address) is null) mistakes.Add(new("from", Said.Of("compose.no-sender")));
        var (to, cc, bcc) = (Read("to", draft.To), Read("cc", draft.Cc), Read("bcc", draft.Bcc));
        if (mistakes.Count == 0 && to.Count + cc.Count + bcc.Count == 0) mistakes.Add(new("to", Said.Of("compose.no-recipients")));
        var subject = OneLine.Read(draft.Subject.Trim());
        if (subject is null) mistakes.Add(new("subject", Said.Of("compose.subject-line", "most", OneLine.Most)));
        return mistakes.Count > 0 || identity is null || subject is null ? null : Make(draft, identity, to, cc, bcc, subject);

        IReadOnlyList<EmailAddress> Read(string field, string typed)
        {
            var reading = AddressList.Read(typed);
            mistakes.AddRange(reading.Mistakes.Take(10).Select(mistake => new FieldMistake(field, Said.Of("compose.address." + Core.Http.Choice.Name(mistake.Fault), "piece", Short(mistake.Piece)))));
            return reading.Addresses;
        }
    }

    /// <summary>For the Drafts mailbox: what is no address yet stays in the journal only. Null when the person has no account.</summary>
    public async Task<WrittenMessage?> ForDraftsAsync(KeptDraft draft, CancellationToken cancellation)
    {
        await settings.LoadAsync(cancellation);
        var identities = (await senders.AllAsync(cancellation)).Where(one => AddrSpec.Read(one.Address) is not null).ToList();
        return (identities.Find(one => one.Id == draft.From) ?? identities.FirstOrDefault()) is { } identity
            ? Make(draft, identity, AddressList.Read(draft.To).Addresses, AddressList.Read(draft.Cc).Addresses, AddressList.Read(draft.Bcc).Addresses, OneLine.Of(draft.Subject))
            : null;
    }

    private WrittenMessage Make(KeptDraft draft, Identity identity, IReadOnlyList<EmailAddress> to, IReadOnlyList<EmailAddress> cc, IReadOnlyList<EmailAddress> bcc, OneLine subject)
    {
        var from = new EmailAddress(OneLine.Of(identity.Name).Value is { Length: > 0 } name ? name : null, identity.Address);
        var id = MessageId.Read(draft.MessageId) ?? MessageId.New(AddrSpec.Read(identity.Address)!); // the caller has checked the address
        return new(identity.Account, new Draft(from, id, words.Get().Clock.ToLocal(clock.GetUtcNow()))
        {
            ReplyTo = identity.ReplyTo is { } replyTo ? AddressList.Read(replyTo).Addresses : [],
            To = to,
            Cc = cc,
            Bcc = bcc,
            Subject = subject,
            Text = draft.Text,
            Attachments = [.. draft.Files.Select(files.Attachment)],
            InReplyTo = draft.InReplyTo is { } parent ? MessageId.Read(parent) : null,
            References = [.. draft.References.Select(MessageId.Read).OfType<MessageId>()],
        });
    }

    private static string Short(string piece) => Mail.Text.UntrustedText.Show(piece.Length <= 120 ? piece : string.Concat(piece.AsSpan(0, 120), "…"));
}
