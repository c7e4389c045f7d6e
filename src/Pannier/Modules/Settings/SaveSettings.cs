using Pannier.Core;
using Pannier.Core.Modules;
using Pannier.Core.Settings;

namespace Pannier.Modules.Settings;

/// <summary>Stores choices: all of them, or none when one is no choice there is.</summary>
internal sealed class SaveSettings(IEnumerable<ISetting> all, MySettings mine) : IHandler<SettingsInput, SettingsSaved>
{
    public async Task<Outcome<SettingsSaved>> HandleAsync(SettingsInput input, CancellationToken cancellation)
    {
        var settings = all.ToDictionary(setting => setting.Key, StringComparer.Ordinal);
        var texts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var chosen in input.Chosen)
        {
            if (!settings.TryGetValue(chosen.Key, out var setting)) return Refusal.Invalid(Said.Of("settings.unknown", "key", chosen.Key));
            if (!setting.Choices.Contains(chosen.Value, StringComparer.Ordinal)) return Refusal.Invalid(Said.Of("settings.no-choice", "name", Said.Of("setting." + setting.Key)).With("value", chosen.Value));
            if (!texts.TryAdd(chosen.Key, chosen.Value)) return Refusal.Invalid(Said.Of("settings.twice", "name", Said.Of("setting." + setting.Key)));
        }

        await mine.ChangeAsync(texts, cancellation);
        return new SettingsSaved(LocalUrl.Of("/settings"), Said.Of("settings.saved"));
    }
}
