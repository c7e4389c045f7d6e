namespace Pannier.Mail.Html.Sheets;

/// <summary>What a selector says of one element.</summary>
/// <param name="Combinator">How it stands to the part before it.</param>
/// <param name="Tag">Null for any.</param>
internal sealed record Compound(Combinator Combinator, Tag? Tag, IReadOnlyList<ClassName> Classes, IReadOnlyList<PseudoClass> Pseudos);
