namespace Pannier.Demo.Seed.Talks;

/// <summary>One message of a talk.</summary>
/// <param name="From">A key of the cast, of <see cref="People"/>, or "me".</param>
/// <param name="Delay">Minutes after the turn before.</param>
/// <param name="Marks">Attachments ("pdf", name) and what else is special ("flag", "forward", "eml", "cid").</param>
internal sealed record TalkTurn(string From, IReadOnlyList<string> To, IReadOnlyList<string> Cc, int Delay, IReadOnlyList<(string Kind, string Name)> Marks, string Text)
{
    public bool Has(string kind) => Marks.Any(mark => mark.Kind == kind);
}
