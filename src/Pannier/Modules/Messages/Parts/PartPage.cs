using Pannier.Core;

namespace Pannier.Modules.Messages.Parts;

/// <summary>A part on a page of its own: what it is, what is to be known of it, what can be shown, and the download.</summary>
/// <param name="Kind">What it turned out to be.</param>
/// <param name="Note">What of it is not shown; null when all is.</param>
/// <param name="AboveUrl">What it lies in: another part, or the message.</param>
public sealed record PartPage(
    string Name,
    string MediaType,
    string Size,
    Said Kind,
    IReadOnlyList<Said> Warnings,
    PartShown Shown,
    Said? Note,
    LocalUrl DownloadUrl,
    LocalUrl AboveUrl,
    Said AboveSaid,
    LocalUrl? Previous,
    LocalUrl? Next) : ITitled
{
    public Said Title => Said.Of("parts.title", "name", Name);
}
