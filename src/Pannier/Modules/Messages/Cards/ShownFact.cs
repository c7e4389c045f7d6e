using Pannier.Core;

namespace Pannier.Modules.Messages.Cards;

/// <summary>One line of a card.</summary>
public sealed record ShownFact(Said Name, string Text);
