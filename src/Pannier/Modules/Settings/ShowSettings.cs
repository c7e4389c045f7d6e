using Pannier.Core;
using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Core.Settings;

namespace Pannier.Modules.Settings;

/// <summary>Lists every registered preference with its choices.</summary>
internal sealed class ShowSettings(IEnumerable<ISetting> all, MySettings mine) : IHandler<Nothing, SettingsPage>
{
    public async Task<Outcome<SettingsPage>> HandleAsync(Nothing input, CancellationToken cancellation)
    {
        await mine.LoadAsync(cancellation);
        return new SettingsPage([.. all.GroupBy(Section).Select(section => new SettingsSection(Said.Of("setting." + section.Key), [.. section.Select(Row)]))]);
    }

    private static string Section(ISetting setting) => setting.Key[..setting.Key.IndexOf('.', StringComparison.Ordinal)];

    private static Said? Name(ISetting setting, string choice) => setting.Names == ChoiceNames.Words ? Said.Of($"setting.{setting.Key}.{choice}") : null;

    private SettingRow Row(ISetting setting)
    {
        var chosen = mine.Text(setting);
        return new SettingRow(
            setting.Key,
            Said.Of("setting." + setting.Key),
            [.. setting.Choices.Select(choice => new SettingChoice(ChosenSetting.Text(setting.Key, choice), Name(setting, choice), choice, choice == chosen ? ChoiceState.Chosen : ChoiceState.Offered))]);
    }
}
