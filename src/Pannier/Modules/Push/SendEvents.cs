using Pannier.Core;
using Pannier.Core.Accounts;
using Pannier.Core.Modules;
using Pannier.Core.Sealing;

namespace Pannier.Modules.Push;

/// <summary>
/// Writes server-sent events (WHATWG HTML §9.2) for as long as the browser listens: <c>here</c> first, then <c>news</c>, or
/// <c>reload</c> when the place it asks from is lost. Each carries its place as id, to go on from after a broken line.
/// </summary>
internal sealed class SendEvents(IMailNews mail, EventSeals seals, TimeProvider clock) : IHandler<EventsInput, Content>
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Breath = TimeSpan.FromSeconds(20); // proxies drop lines that say nothing for a minute

    public Task<Outcome<Content>> HandleAsync(EventsInput input, CancellationToken cancellation) =>
        Task.FromResult<Outcome<Content>>(seals.Begin(input.Seal)
            ? new Content("text/event-stream", null, null, (to, token) => WriteAsync(input.After, to, token))
            : new Refusal(400, Said.Of("refused.seal")));

    private async Task WriteAsync(NewsPlace? after, Stream to, CancellationToken cancellation)
    {
        try
        {
            await TellAsync(after, to, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // The session or the program ends, and so does the stream, in good order: nothing in it is half.
        }
    }

    private async Task TellAsync(NewsPlace? after, Stream to, CancellationToken cancellation)
    {
        var place = after ?? mail.Here;
        await SendAsync(to, EventText.Here(place, seals), cancellation);
        while (true)
        {
            if (await NewsAsync(place, to, cancellation) is not { } news)
            {
                place = mail.Here;
                await SendAsync(to, EventText.Reload(place, seals), cancellation);
            }
            else
            {
                place = place with { Version = news.Version };
                await SendAsync(to, EventText.News(place, news, seals), cancellation);
            }

            await Task.Delay(Between, clock, cancellation); // what comes meanwhile is told together
        }
    }

    /// <summary>The next news; while there is none, a comment now and then shows that the line stands.</summary>
    private async Task<Pannier.Mail.Mirror.News.MirrorNews?> NewsAsync(NewsPlace place, Stream to, CancellationToken cancellation)
    {
        var waiting = mail.AfterAsync(place, cancellation);
        while (true)
        {
            using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            var breath = Task.Delay(Breath, clock, enough.Token);
            if (await Task.WhenAny(waiting, breath) == waiting)
            {
                await enough.CancelAsync();
                return await waiting;
            }

            await SendAsync(to, EventText.Breath, cancellation);
        }
    }

    private static async Task SendAsync(Stream to, ReadOnlyMemory<byte> text, CancellationToken cancellation)
    {
        await to.WriteAsync(text, cancellation);
        await to.FlushAsync(cancellation);
    }
}
