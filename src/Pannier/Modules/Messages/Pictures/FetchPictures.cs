using Pannier.Core.Http;
using Pannier.Mail;
using Pannier.Mail.Net;
using Pannier.Mail.Pictures;

namespace Pannier.Modules.Messages.Pictures;

/// <summary>
/// Fetches what a person wants of a message's pictures. Every request is alike, whoever it is for: no cookie, no referrer, nothing that
/// names a browser, a person or a message but the address itself.
/// </summary>
internal sealed class FetchPictures(EgressHttp http, PictureRoom room, Visit visit, TimeProvider clock)
{
    private const int MostBytes = 4 * 1024 * 1024;
    private const int MostInAll = 24 * 1024 * 1024;
    private const int AtOnce = 6;
    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan AtMostInAll = TimeSpan.FromSeconds(12);

    public async Task FetchAsync(PictureRound round, CancellationToken cancellation)
    {
        var shelf = ShelfOf(visit, room, clock);
        using var limit = new CancellationTokenSource(AtMostInAll, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation, visit.Required.Ended);
        var left = MostInAll;
        try
        {
            await Parallel.ForEachAsync(
                round.Wanted.Where(order => !round.IsTaken(order)).ToList(),
                new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = both.Token },
                async (order, token) =>
                {
                    var picture = Volatile.Read(ref left) > 0 ? await FetchAsync(order, shelf, token) : KeptPicture.Failed;
                    if (Interlocked.Add(ref left, -picture.Bytes.Length) < 0) picture = KeptPicture.Failed;
                    round.Take(order, picture);
                });
        }
        catch (OperationCanceledException) when (both.IsCancellationRequested)
        {
            // What has not come by now has failed, and the report says so.
        }
        finally
        {
            round.End();
        }
    }

    /// <summary>The person's shelf, made at first use.</summary>
    internal static PictureShelf ShelfOf(Visit visit, PictureRoom room, TimeProvider clock) => visit.Required.Person.Attach(() => new PictureShelf(room, clock));

    private async Task<KeptPicture> FetchAsync(PictureOrder order, PictureShelf shelf, CancellationToken cancellation)
    {
        await room.Lines.WaitAsync(cancellation);
        try
        {
            var answer = await http.GetAsync(new Uri(order.Address.Value), MostBytes, AtMost, cancellation);
            var picture = Judge(answer);
            shelf.Keep(order.Address, picture);
            return picture;
        }
        catch (MailFault fault)
        {
            // Who has answered knows that we asked, and is not asked again; a line that broke may be tried again.
            if (fault.Kind is MailFaultKind.Protocol) shelf.Keep(order.Address, KeptPicture.Failed);
            return KeptPicture.Failed;
        }
        finally
        {
            room.Lines.Release();
        }
    }

    private static KeptPicture Judge(WebAnswer answer) =>
        answer.Status is not System.Net.HttpStatusCode.OK || RasterPicture.Read(answer.Content.Span) is not { } picture ? KeptPicture.Failed
        : picture.IsDot ? KeptPicture.Dot
        : new KeptPicture(PictureFate.Loaded, picture.MediaType, picture.Bytes);
}
