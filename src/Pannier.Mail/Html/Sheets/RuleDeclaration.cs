namespace Pannier.Mail.Html.Sheets;

/// <summary>One declaration of a rule.</summary>
internal sealed record RuleDeclaration(Declaration Declaration, Importance Importance);
