using Pannier.Core;

namespace Pannier.Modules.Messages.Pictures;

/// <summary>Whose pictures are loaded without asking.</summary>
public sealed record SendersPage(IReadOnlyList<SenderLine> Senders, PictureRule Rule) : ITitled
{
    public Said Title => Said.Of("pictures.title");
}
