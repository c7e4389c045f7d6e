namespace Pannier.Core.Settings;

/// <summary>The preferences the page itself needs.</summary>
public static class Appearance
{
    public static Setting<Theme> Theme { get; } = Setting.Choice("appearance.theme", Settings.Theme.Auto);

    public static Setting<Density> Density { get; } = Setting.Choice("appearance.density", Settings.Density.Comfortable);

    public static Setting<ZoneName> Zone { get; } = Setting.Zone("appearance.zone");
}
