using Pannier.Core;

namespace Pannier.Modules.Settings;

/// <summary>Preferences were stored.</summary>
public sealed record SettingsSaved(LocalUrl Next, Said? Notice) : INext;
