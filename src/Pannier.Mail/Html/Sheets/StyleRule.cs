namespace Pannier.Mail.Html.Sheets;

/// <summary>What some elements look like. Neither list is empty.</summary>
internal sealed record StyleRule(IReadOnlyList<Selector> Selectors, IReadOnlyList<RuleDeclaration> Declarations);
