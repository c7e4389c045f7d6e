using Pannier.Core;
using Pannier.Core.Accounts;
using Pannier.Core.Text;
using Pannier.Mail;
using Pannier.Mail.Compose;
using Pannier.Mail.Lists;
using Pannier.Mail.Text;

namespace Pannier.Modules.Compose;

/// <summary>Begins a message: new, an answer, one passed on, or a draft taken up again. Changes nothing anywhere.</summary>
internal sealed class StartMessage(IMyMail mail, Senders senders, OriginalText originals, OriginalFiles files, WordsOfVisit words, Core.Settings.MySettings settings, TimeProvider clock)
{
    public async Task<Outcome<Start>> BeginAsync(StartKind kind, MessageKey? original, CancellationToken cancellation)
    {
        await settings.LoadAsync(cancellation);
        var identities = await senders.AllAsync(cancellation);
        if (identities.Count == 0) return Refusal.Invalid("compose.no-account") with { Next = LocalUrl.Of("/accounts") };
        if (kind == StartKind.New || original is not { } key) return New(identities[0]);
        if (await mail.OpenAsync(key, cancellation) is not { } message) return Refusal.NotFound("compose.original-gone");

        return kind switch
        {
            StartKind.Edit => await EditAsync(message, identities, cancellation),
            StartKind.Forward or StartKind.ForwardAttached => await ForwardAsync(message, kind, identities, cancellation),
            _ => await ReplyAsync(message, kind, identities, cancellation),
        };
    }

    private Start New(Identity identity) => new(Empty(identity, StartKind.New, null) with { Text = Signature.Block(identity.Signature) }, [], "", []);

    private async Task<Start> ReplyAsync(OpenedMessage message, StartKind kind, IReadOnlyList<Identity> identities, CancellationToken cancellation)
    {
        var (identity, reason, elsewhere) = Choose(message, identities);
        var reply = Reply.To(message.Head, kind == StartKind.ReplyAll ? ReplyKind.ReplyAll : ReplyKind.Reply, [.. identities.Select(one => one.Address)]);
        var quote = Quote.Reply(await originals.ReadAsync(message, cancellation));
        var above = quote.Length == 0 ? "" : $"\n\n{Attribution(reply.Attribution)}\n{quote}";
        return new(
            Empty(identity, kind, message.Key) with
            {
                Reason = reason,
                To = AddressText.Of(reply.To),
                Cc = AddressText.Of(reply.Cc),
                Subject = reply.Subject.Value,
                Text = above.TrimEnd('\n') + Signature.Block(identity.Signature),
                InReplyTo = reply.InReplyTo?.Value,
                References = [.. reply.References.Select(id => id.Value)],
            },
            [],
            elsewhere,
            []);
    }

    private async Task<Start> ForwardAsync(OpenedMessage message, StartKind kind, IReadOnlyList<Identity> identities, CancellationToken cancellation)
    {
        var (identity, reason, elsewhere) = Choose(message, identities);
        var forward = Forward.Inline(message.Head);
        var text = kind == StartKind.ForwardAttached ? "" : $"\n\n{ForwardHead(forward.Head)}\n\n{await originals.ReadAsync(message, cancellation)}";
        return new(
            Empty(identity, kind, message.Key) with { Reason = reason, Subject = forward.Subject.Value, Text = text.TrimEnd('\n') + Signature.Block(identity.Signature) },
            kind == StartKind.ForwardAttached ? [files.Whole(message)] : files.Of(message),
            elsewhere,
            []);
    }

    private async Task<Outcome<Start>> EditAsync(OpenedMessage message, IReadOnlyList<Identity> identities, CancellationToken cancellation)
    {
        var fallback = identities.FirstOrDefault(one => one.Account == message.Key.Account) ?? identities[0];
        using var source = new MemoryStream();
        await mail.CopySourceAsync(message.Key, source, cancellation);
        source.Position = 0;
        OpenedDraft opened;
        try
        {
            opened = await DraftReader.ReadAsync(source, Draft.Start(new EmailAddress(null, fallback.Address), clock, words.Get().Clock.Zone), cancellation);
        }
        catch (FormatException)
        {
            return Refusal.Invalid("compose.draft-unreadable");
        }

        var (draft, losesFormat) = (opened.Draft, opened.Losses.Contains(DraftLoss.Formatting));
        var identity = identities.OrderBy(one => one.Account == message.Key.Account ? 0 : 1).FirstOrDefault(one => SameAddress(one.Address, draft.From.Address)) ?? fallback;
        return new Start(
            Empty(identity, StartKind.Edit, message.Key) with
            {
                To = string.Join(", ", new[] { AddressText.Of(draft.To) }.Concat(opened.Unread.Select(mistake => mistake.Piece)).Where(text => text.Length > 0)),
                Cc = AddressText.Of(draft.Cc),
                Bcc = AddressText.Of(draft.Bcc),
                Subject = draft.Subject.Value,
                Text = draft.Text,
                MessageId = draft.Id.Value,
                InReplyTo = draft.InReplyTo?.Value,
                References = [.. draft.References.Select(id => id.Value)],
                ServerCopy = losesFormat ? null : message.Key, // what we cannot write again stays where it is
            },
            [.. draft.Attachments.Select((file, index) => OriginalFiles.Of(file, index))],
            "",
            losesFormat ? [Said.Of("compose.lost-formatting")] : []);
    }

    private static (Identity Identity, IdentityReason? Reason, string Elsewhere) Choose(OpenedMessage message, IReadOnlyList<Identity> identities) =>
        IdentityChoice.For(message.Head, message.Key.Account, Senders.Candidates(identities)) is { } choice
            ? (identities.First(one => one.Id.ToString() == choice.Identity.Key), choice.Reason, choice.Elsewhere?.Address ?? "")
            : (identities[0], null, "");

    private static bool SameAddress(string one, string other) => AddrSpec.Read(one) is { } spec && spec.Equals(AddrSpec.Read(other));

    private KeptDraft Empty(Identity identity, StartKind kind, MessageKey? original) => new(
        0, identity.Id, null, "", "", "", "", "", [], kind, original,
        AddrSpec.Read(identity.Address) is { } sender ? MessageId.New(sender).Value : $"{DraftId.New()}@localhost",
        null, [], clock.GetUtcNow(), null, 0, []);

    private string Attribution(Attribution of)
    {
        var said = words.Get();
        var author = of.Author is { } one ? UntrustedText.Show(one.Shown) : said.Say(Said.Of("compose.somebody"));
        return said.Say(of.Date is { } date
            ? Said.Of("compose.attribution", "name", author).With("date", date)
            : Said.Of("compose.attribution-undated", "name", author));
    }

    private string ForwardHead(Envelope head)
    {
        var said = words.Get();
        var lines = new List<string> { said.Say(Said.Of("compose.forwarded")) };
        Add("compose.forwarded.from", string.Join(", ", head.From.Select(AddressText.Of)));
        Add("compose.forwarded.date", head.Date is { } date ? said.Clock.ToLocal(date).ToString("f", said.Culture) : "");
        Add("compose.forwarded.subject", UntrustedText.Show(head.Subject));
        Add("compose.forwarded.to", AddressText.Of(head.To));
        Add("compose.forwarded.cc", AddressText.Of(head.Cc));
        return string.Join('\n', lines);

        void Add(string key, string value)
        {
            if (value.Length > 0) lines.Add(said.Say(Said.Of(key, "value", value)));
        }
    }
}
