namespace Pannier.Core.Settings;

/// <summary>The preferences the page itself needs.</summary>
public static class Appearance
{
    public static Setting<Theme> Theme { get; } = Setting.Choice("appearance.theme", Settings.Theme.Auto);

    public static Setting<Density> Density { get; } = Setting.Choice("appearance.density", Settings.Density.Comfortable);

    /// <summary>Whether a single key acts (WCAG 2.1.4).</summary>
    public static Setting<SingleKeys> Keys { get; } = Setting.Choice("keys.single", SingleKeys.On);

    public static Setting<ReadingPane> Pane { get; } = Setting.Choice("reading.pane", ReadingPane.Auto);

    public static Setting<ZoneName> Zone { get; } = Setting.Zone("appearance.zone");
}
