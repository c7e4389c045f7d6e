using Pannier.Core;
using Pannier.Core.Accounts;
using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Core.Settings;
using Pannier.Core.Text;
using Pannier.Mail;
using Pannier.Mail.Compose;
using Pannier.Mail.Html;
using Pannier.Mail.Lists;
using Pannier.Mail.Reading;
using Pannier.Mail.Text;
using Pannier.Modules.Lists;
using Pannier.Modules.Messages.Cards;
using Pannier.Modules.Messages.Parts;
using Pannier.Modules.Messages.Pictures;

namespace Pannier.Modules.Messages;

/// <summary>Opens a message for reading, with its place in the list it came from.</summary>
internal sealed class OpenMessage(IMyMail mail, MySettings settings, WordsOfVisit words, ListQueries queries, ShowBody bodies, RemotePictures remote, Talk talk, Core.Modules.Slots slots) : IHandler<MessageInput, MessagePage>
{
    /// <summary>An older code is spent.</summary>
    private static readonly TimeSpan CodesLive = TimeSpan.FromHours(12);

    public async Task<Outcome<MessagePage>> HandleAsync(MessageInput input, CancellationToken cancellation)
    {
        await settings.LoadAsync(cancellation);
        if (await mail.OpenAsync(input.Key, cancellation) is not { } message) return Refusal.NotFound("messages.gone") with { Next = input.List is { } list ? ListUrl.Of(list) : null };

        var neighbours = input.List is { } asked && await queries.OfAsync(asked, cancellation) is { } understood ? await mail.NeighboursAsync(understood.Query, input.Key, cancellation) : new Neighbours(null, null);
        var plan = BodyPlan.Of(message.Head.Structure);
        var pictures = await remote.PrepareAsync(message, input.Pictures, cancellation);
        if (input.Ahead == Tick.On && pictures.Consent is not PictureConsent.None) return Refusal.Conflict("messages.not-ahead"); // fetching tells the sender that it is read
        var quotes = SubjectPrefix.IsForward(message.Head.Row.Envelope.Subject) ? QuoteCare.Show : QuoteCare.Fold;
        var blocks = new List<ShownBlock>();
        foreach (var block in plan.Blocks) blocks.Add(await bodies.ShowAsync(new ServerParts(mail, message.Key), block, plan, input.Form ?? settings.Get(MessagesModule.Prefers), quotes, pictures, cancellation));
        await remote.LoadAsync(pictures, cancellation);

        var keywords = input.Ahead == Tick.On ? message.Head.Row.Keywords : await MarkReadAsync(message, cancellation);
        var account = (await mail.AccountsAsync(cancellation)).First(one => one.Id == message.Key.Account);
        var envelope = message.Head.Row.Envelope;
        var row = message.Head.Row;
        var said = words.Get();
        return new MessagePage(
            message.Key,
            envelope.Subject.Length == 0 ? null : UntrustedText.Show(envelope.Subject),
            People(envelope.From),
            People(envelope.ReplyTo.Except(envelope.From)),
            People(envelope.To),
            People(envelope.Cc),
            People(envelope.Bcc),
            said.Clock.ToLocal(row.ReceivedAt),
            said.Clock.ToLocal(row.ReceivedAt).ToString("f", said.Culture),
            envelope.Date is { } sent && (sent - row.ReceivedAt).Duration() > TimeSpan.FromDays(1) ? said.Clock.ToLocal(sent).ToString("f", said.Culture) : null,
            account.Name,
            AccountMark.Of(account.Colour),
            message.Mailbox,
            MailboxLabel.Of(message.Mailbox),
            keywords,
            blocks,
            Attachments.Of(message.Key, null, input.List, plan.Attachments),
            input.List,
            input.List is { } from ? ListUrl.Of(from) : null,
            neighbours.Newer is { } newer ? MessageUrl.Of(newer, input.List) : null,
            neighbours.Older is { } older ? MessageUrl.Of(older, input.List) : null,
            keywords.HasFlag(Keywords.Seen) ? null : Delay(settings.Get(MessagesModule.MarkRead), input.Ahead),
            await slots.FillAsync(new MessageTools(message), cancellation))
        {
            MoreBlocks = plan.MoreBlocks,
            Code = said.Clock.Now - row.ReceivedAt < CodesLive && !plan.Attachments.Any() ? CodeIn(envelope.Subject, blocks) : null,
            Remote = await remote.StateAsync(pictures, message, input.List, cancellation),
            CutLinks = [.. blocks.SelectMany(block => block.CutLinks).Distinct()],
            AsksReceipt = Receipt.IsAsked(message.Head),
            Protections = ProtectionLines.Of(message.Key, null, input.List, message.Head.Structure, blocks),
            Talk = await talk.OfAsync(message.Key, input.List, cancellation),
            Notes = await slots.FillAsync(new MessageNotesSlot(message), cancellation),
            Zoom = settings.Get(MessagesModule.Zoom),
            Form = input.Form,
            Cards = await ShowCards.OfAsync(blocks, plan, new ServerParts(mail, message.Key), cancellation),
            LinkHosts = LinkHosts.Of(blocks),
            Pane = settings.Get(Appearance.Pane),
            Beside = await BesideAsync(input, cancellation),
            IsInPane = IsInPane(input),
        };
    }

    private bool IsInPane(MessageInput input) => input.List is not null && settings.Get(Appearance.Pane) != ReadingPane.Off;

    private async Task<Microsoft.AspNetCore.Components.RenderFragment?> BesideAsync(MessageInput input, CancellationToken cancellation) =>
        input is { Part: MessagePart.Whole, List: { } list } && IsInPane(input) && await slots.FillAsync(new BesideSlot(input.Key, list), cancellation) is [var beside, ..] ? beside : null;

    /// <summary>Marks it read where the person wants that at once; a server that refuses only leaves it unread.</summary>
    private async Task<Keywords> MarkReadAsync(OpenedMessage message, CancellationToken cancellation)
    {
        var keywords = message.Head.Row.Keywords;
        if (keywords.HasFlag(Keywords.Seen) || settings.Get(MessagesModule.MarkRead) != MarkReadAfter.AtOnce) return keywords;

        var results = await mail.ActAsync(new MailAction.Mark(Keywords.Seen, Keywords.None), [message.Key], cancellation);
        return results is [{ Failure: null }] ? keywords | Keywords.Seen : keywords;
    }

    private static string? CodeIn(string subject, List<ShownBlock> blocks) => blocks is [var only]
        ? SignInCode.Find(subject, only.Source is { } html ? HtmlToText.Convert(html) : string.Join('\n', only.Text.Select(block => block.Text)))
        : null;

    private static List<Person> People(IEnumerable<EmailAddress> addresses) =>
        [.. addresses.Select(one => new Person(string.IsNullOrWhiteSpace(one.Name) ? null : UntrustedText.Show(one.Name), UntrustedText.Show(one.Address)))];

    private static int? Delay(MarkReadAfter after, Tick ahead) => after switch
    {
        MarkReadAfter.AtOnce when ahead == Tick.On => 0,
        MarkReadAfter.TwoSeconds => 2_000,
        MarkReadAfter.FiveSeconds => 5_000,
        MarkReadAfter.TenSeconds => 10_000,
        _ => null,
    };
}
