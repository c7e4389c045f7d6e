using Pannier.Core;

namespace Pannier.Modules.Messages.Pictures;

/// <summary>How the loading of a message's pictures goes.</summary>
/// <param name="Report">Null while it goes on.</param>
public sealed record RoundPage(RoundId Id, PictureReport? Report) : ITitled
{
    public Said Title => Said.Of("pictures.round");

    public LocalUrl Url => LocalUrl.Of($"/message/pictures/{Id}");

    internal static RoundPage Of(PictureRound round) => new(round.Id, round.Done.IsCompleted ? round.Report : null);
}
