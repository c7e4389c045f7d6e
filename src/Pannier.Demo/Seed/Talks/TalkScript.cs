namespace Pannier.Demo.Seed.Talks;

/// <summary>A talk between people, used once or, with other people, places and wordings, several times.</summary>
/// <param name="Owner">"personal", "work" or "club": who "me" is.</param>
/// <param name="Mailbox">Where mail to "me" is kept.</param>
/// <param name="Recent">Minutes before now the first turn was written; null puts the talk anywhere in the two years.</param>
/// <param name="List">The mailing list it runs over; null for none.</param>
internal sealed record TalkScript(
    string Key, string Owner, string Mailbox, int Uses, int? Recent, string Language, string? List,
    IReadOnlyDictionary<string, string[]> Cast, IReadOnlyDictionary<string, string[]> Slots, string Subject, IReadOnlyList<TalkTurn> Turns)
{
    /// <summary>What fills the slots and who plays the parts the n-th time.</summary>
    public static Dictionary<string, string> Nth(IReadOnlyDictionary<string, string[]> choices, int use) =>
        choices.ToDictionary(choice => choice.Key, choice => choice.Value[use % choice.Value.Length], StringComparer.Ordinal);
}
