namespace Pannier.Mail.Html.Sheets;

/// <summary>A condition on the frame a message is shown in: its size and its scheme, and nothing else of the device.</summary>
/// <param name="Bounds">All must hold.</param>
/// <param name="Scheme">Null when it asks for none.</param>
internal sealed record MediaQuery(MediaKind Kind, IReadOnlyList<MediaBound> Bounds, ColourScheme? Scheme)
{
    /// <summary>True when it asks for nothing.</summary>
    public bool IsAlways => Kind is MediaKind.All && Bounds.Count == 0 && Scheme is null;
}
