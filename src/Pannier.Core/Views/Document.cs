using Microsoft.AspNetCore.Components;
using Pannier.Core.Settings;

namespace Pannier.Core.Views;

/// <summary>What a whole page is made of.</summary>
public sealed record Document(
    string SiteName,
    string? Title,
    Assets Assets,
    Theme Theme,
    Density Density,
    SingleKeys Keys,
    string Csrf,
    Said? Notice,
    string? PersonName,
    IReadOnlyList<RenderFragment> Toolbar,
    IReadOnlyList<RenderFragment> Sidebar,
    RenderFragment Main)
{
    /// <summary>The theme as the style sheet knows it.</summary>
    public string ThemeName => Http.Choice.Name(Theme);

    public string DensityName => Http.Choice.Name(Density);

    /// <summary>An attribute that is there or not: null leaves it away.</summary>
    public string? KeysOff => Keys == SingleKeys.Off ? "" : null;

    public bool SignedIn => PersonName is not null;
}
