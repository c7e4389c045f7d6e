using Pannier.Core;
using Pannier.Core.Http;
using Pannier.Core.Jobs;
using Pannier.Core.Settings;
using Pannier.Mail;
using Pannier.Mail.Lists;
using Pannier.Mail.Text;
using Pannier.Modules.Lists;

namespace Pannier.Modules.Messages.Pictures;

/// <summary>
/// Pictures on other servers, from consent to notice. The message is shown at once: its document holds view addresses whose content is on
/// its way, and an errand of the person's own request fetches it.
/// </summary>
internal sealed class RemotePictures(MySettings settings, AllowedSenders senders, ProvenSender proven, ViewBoxes boxes, Errands errands, PictureRoom room, Visit visit, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3); // of somebody who has just asked for them

    /// <param name="ask">What the person has just said; null for nothing.</param>
    public async Task<PictureRound> PrepareAsync(OpenedMessage message, PictureAsk? ask, CancellationToken cancellation)
    {
        await settings.LoadAsync(cancellation);
        var consent = settings.Get(MessagesModule.Pictures) is PictureRule.Never ? PictureConsent.None
            : ask is not null ? PictureConsent.Once
            : !IsJunk(message) && await IsAllowedAsync(message, cancellation) ? PictureConsent.Sender
            : PictureConsent.None;
        return new PictureRound(boxes, consent, settings.Get(MessagesModule.Links));
    }

    /// <summary>Fetches what the bodies shown refer to. Who has just asked for it waits a little, so that most of it is there.</summary>
    public async Task LoadAsync(PictureRound round, CancellationToken cancellation)
    {
        if (round.Wanted.Count == 0)
        {
            round.End();
            return;
        }

        var shelf = FetchPictures.ShelfOf(visit, room, clock);
        shelf.Add(round);
        foreach (var order in round.Wanted)
            if (shelf.Find(order.Address) is { } kept)
                round.Take(order, kept);
        round.Begin(errands.StartAsync<FetchPictures>((fetch, token) => fetch.FetchAsync(round, token)));
        if (round.Consent is not PictureConsent.Once && round.Wanted.Any(order => !round.IsTaken(order))) return;

        try
        {
            await round.Done.WaitAsync(Patience, clock, cancellation);
        }
        catch (TimeoutException)
        {
            // The notice follows it to its end.
        }
    }

    /// <summary>What is said above the message; null when there is nothing to say.</summary>
    public async Task<RemoteState?> StateAsync(PictureRound round, OpenedMessage message, ListSpec? list, CancellationToken cancellation)
    {
        if (round.Blocked == 0 && round.Wanted.Count == 0) return null;

        var rule = settings.Get(MessagesModule.Pictures);
        var canLoad = rule is PictureRule.Ask && round.Consent is PictureConsent.None && round.Remote.Any(picture => picture.Tracker is null);
        var sender = rule is PictureRule.Ask && !IsJunk(message) && round.Remote.Any(picture => picture.Tracker is null) ? await proven.OfAsync(message, cancellation) : null;
        var isAllowed = sender is not null && await senders.AllowsAsync(sender, cancellation);
        return new RemoteState(round.Blocked, Trackers(round), rule)
        {
            Load = canLoad ? UrlOf(message.Key, list) : null,
            Always = sender is not null && !isAllowed ? new SenderOffer(UntrustedText.Show(sender.ToString()), UrlOf(message.Key, list)) : null,
            AllowedSender = isAllowed && sender is not null ? UntrustedText.Show(sender.ToString()) : null,
            Round = round.Wanted.Count == 0 ? null : RoundPage.Of(round),
        };
    }

    // The decision is looked up before the proof: most people have made none, and proof may have to be waited for.
    private async Task<bool> IsAllowedAsync(OpenedMessage message, CancellationToken cancellation) =>
        message.Head.Row.Envelope.From is [{ } only] && AddrSpec.Read(only.Address) is { } named && await senders.AllowsAsync(named, cancellation) && await proven.OfAsync(message, cancellation) is not null;

    private static bool IsJunk(OpenedMessage message) => message.Mailbox.Role == MailboxRole.Junk;

    private static List<string> Trackers(PictureRound round) =>
        [.. round.Remote.Select(picture => picture.Tracker).OfType<string>().Distinct(StringComparer.Ordinal).Select(UntrustedText.Show)];

    private static LocalUrl UrlOf(MessageKey key, ListSpec? list) =>
        MessageUrl.With($"/message/{key}/pictures", list);
}
