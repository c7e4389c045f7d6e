using System.Text;

using Pannier.Demo.Store;

namespace Pannier.Demo.Imap.Commands;

/// <summary>RFC 2177: news are sent as they happen, until the client says DONE.</summary>
internal sealed class Idle : IImapCommand
{
    public ImapPhase Needs => ImapPhase.SignedIn;

    public async Task<ImapAnswer> RunAsync(ImapSession session, ImapArguments arguments, CancellationToken cancellation)
    {
        arguments.End();
        session.Output.Line("+ Idling");
        await session.FlushAsync(cancellation);
        var done = session.ReadMoreAsync(cancellation);
        while (true)
        {
            // The bell is taken before the news, so that none rings between the two unheard.
            var news = session.View?.NextNews ?? Task.Delay(Timeout.Infinite, cancellation);
            session.WriteNews(ExpungeNews.Reported);
            await session.FlushAsync(cancellation);
            if (session.Leaving)
                return ImapAnswer.Silent;
            if (await Task.WhenAny(done, news) == done)
                break;
        }

        return await done is { } line && Encoding.Latin1.GetString(line.Span).Equals("DONE", StringComparison.OrdinalIgnoreCase)
            ? ImapAnswer.Ok("Done")
            : ImapAnswer.Bad("Expected DONE");
    }
}
