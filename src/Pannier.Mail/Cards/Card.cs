namespace Pannier.Mail.Cards;

/// <summary>What a sender states of a journey, an order, a person: text alone, from schema.org data or a vCard. Nobody has checked it, and nothing in it is an address to open.</summary>
/// <param name="Title">The sender's, untrusted; empty when there is none.</param>
public sealed record Card(CardKind Kind, string Title, IReadOnlyList<CardFact> Facts)
{
    /// <summary>The most cards taken from one body or file.</summary>
    public const int Most = 6;

    /// <summary>Value equality, so that what is stated twice is shown once.</summary>
    public bool Equals(Card? other) => other is not null && Kind == other.Kind && Title == other.Title && Facts.SequenceEqual(other.Facts);

    public override int GetHashCode() => HashCode.Combine(Kind, Title, Facts.Count);
}
