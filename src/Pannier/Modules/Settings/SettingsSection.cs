using Pannier.Core;

namespace Pannier.Modules.Settings;

/// <summary>The preferences whose keys begin alike. Its name is the text <c>setting.SECTION</c>.</summary>
public sealed record SettingsSection(Said Name, IReadOnlyList<SettingRow> Rows);
