using Pannier.Core;
using Pannier.Core.Http;
using Pannier.Core.Modules;

namespace Pannier.Modules.Messages.Pictures;

/// <summary>Waits for a loading to end and tells how it did.</summary>
internal sealed class ShowRound(PictureRoom room, Visit visit, TimeProvider clock) : IHandler<RoundInput, RoundPage>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15); // longer than any loading

    public async Task<Outcome<RoundPage>> HandleAsync(RoundInput input, CancellationToken cancellation)
    {
        if (FetchPictures.ShelfOf(visit, room, clock).Find(input.Round) is not { } round) return Refusal.NotFound("pictures.round.over");

        try
        {
            await round.Done.WaitAsync(Patience, clock, cancellation);
        }
        catch (TimeoutException)
        {
            // Said as it is: still going on.
        }

        return RoundPage.Of(round);
    }
}
