using Microsoft.AspNetCore.Components;
using Pannier.Core.Sealing;
using Pannier.Core.Settings;

namespace Pannier.Core.Views;

/// <summary>What a whole page is made of.</summary>
/// <param name="Main">Null where it comes sealed, to the page's script.</param>
/// <param name="Seal">Null where nothing is sealed.</param>
public sealed record Document(
    string SiteName,
    string? Title,
    Assets Assets,
    Theme Theme,
    Density Density,
    SingleKeys Keys,
    string Csrf,
    Http.LeftNotice? Notice,
    string? PersonName,
    string? SecondsLeft,
    IReadOnlyList<RenderFragment> Toolbar,
    IReadOnlyList<RenderFragment> Sidebar,
    RenderFragment? Main,
    PageSeal? Seal)
{
    /// <summary>The theme as the style sheet knows it.</summary>
    public string ThemeName => Http.Choice.Name(Theme);

    public string DensityName => Http.Choice.Name(Density);

    /// <summary>An attribute that is there or not: null leaves it away.</summary>
    public string? KeysOff => Keys == SingleKeys.Off ? "" : null;

    /// <summary>As the window shows it.</summary>
    public string FullTitle => Title is null ? SiteName : $"{Title} · {SiteName}";

    /// <summary>Where the script removes the notices cookie; null where cookies are bound to one host.</summary>
    public string? CookieDomain { get; init; }

    /// <summary>Whether the session only sleeps when nobody uses it, since its person stays signed in.</summary>
    public bool Rests { get; init; }

    /// <summary>Whether a form was answered with it, so that its address may be none that a page can be asked for at.</summary>
    public bool IsAnswerToAct { get; init; }

    public bool SignedIn => PersonName is not null;
}
