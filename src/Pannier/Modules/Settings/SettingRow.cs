using Pannier.Core;

namespace Pannier.Modules.Settings;

/// <summary>One preference and what can be chosen.</summary>
public sealed record SettingRow(string Key, Said Label, IReadOnlyList<SettingChoice> Choices)
{
    public string Id => "setting-" + Key.Replace('.', '-');
}
