namespace Pannier.Mail.Cards;

/// <summary>One thing a card says. The text is the sender's, cut to its length, and untrusted.</summary>
public sealed record CardFact(CardField Field, string Text);
