using Pannier.Core;

namespace Pannier.Modules.Messages.Cards;

/// <summary>A card as it is shown; its texts are finished and untrusted.</summary>
/// <param name="Title">Empty when there is none.</param>
public sealed record ShownCard(Said Kind, string Title, IReadOnlyList<ShownFact> Facts);
