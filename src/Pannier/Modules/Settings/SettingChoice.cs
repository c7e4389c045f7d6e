using Pannier.Core;

namespace Pannier.Modules.Settings;

/// <param name="Value">As the form sends it.</param>
/// <param name="Name">Null when <paramref name="Shown"/> is shown as it is.</param>
public sealed record SettingChoice(string Value, Said? Name, string Shown, ChoiceState State);
