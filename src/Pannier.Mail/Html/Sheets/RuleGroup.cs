namespace Pannier.Mail.Html.Sheets;

/// <summary>Rules under one condition.</summary>
/// <param name="Media">They hold when one of these does; always when there is none.</param>
internal sealed record RuleGroup(IReadOnlyList<MediaQuery> Media, IReadOnlyList<StyleRule> Rules)
{
    /// <summary>True for rules that hold in dark surroundings only.</summary>
    public bool IsForDark => Media.Count > 0 && Media.All(query => query.Scheme is ColourScheme.Dark);
}
