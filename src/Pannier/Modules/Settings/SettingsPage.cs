using Pannier.Core;

namespace Pannier.Modules.Settings;

/// <summary>All preferences there are, section by section.</summary>
public sealed record SettingsPage(IReadOnlyList<SettingsSection> Sections) : ITitled
{
    public Said Title => Said.Of("settings.title");
}
