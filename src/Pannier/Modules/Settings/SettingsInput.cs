using Pannier.Core.Http;

namespace Pannier.Modules.Settings;

internal sealed record SettingsInput(IReadOnlyList<ChosenSetting> Chosen) : IInput<SettingsInput>
{
    public static SettingsInput Read(Fields fields) => new(fields.Many("setting", ChosenSetting.Read, 200));
}
