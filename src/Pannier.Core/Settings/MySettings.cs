using System.Collections.Immutable;
using Pannier.Core.Http;
using Pannier.Core.Records;

namespace Pannier.Core.Settings;

/// <summary>The person's preferences, sealed among their records. A visitor has the defaults.</summary>
public sealed class MySettings(Visit visit, IMyRecords<SettingValues> records)
{
    internal const string Id = "settings";
    private SettingValues _values = SettingValues.None;
    private bool _loaded;

    /// <summary>Reads them once for this request; <see cref="Get"/> gives defaults before that.</summary>
    public async Task LoadAsync(CancellationToken cancellation)
    {
        if (_loaded || visit.Session is null || visit.Level < Sessions.SignInLevel.Full) return;

        _values = (await records.FindAsync(Id, cancellation))?.Value ?? SettingValues.None;
        _loaded = true;
    }

    public T Get<T>(Setting<T> setting)
        where T : struct => setting.Value(_values.Texts.GetValueOrDefault(setting.Key));

    /// <summary>The chosen value as the settings page shows it, the default when none was chosen.</summary>
    public string Text(ISetting setting) => _values.Texts.GetValueOrDefault(setting.Key) is { } text && setting.Choices.Contains(text) ? text : setting.DefaultText;

    /// <summary>Stores choices; what is not named stays as it is.</summary>
    public async Task ChangeAsync(IReadOnlyDictionary<string, string> texts, CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        _values = new SettingValues(_values.Texts.ToImmutableSortedDictionary(StringComparer.Ordinal).SetItems(texts));
        await records.PutAsync(Id, _values, cancellation);
        visit.Required.Person.IdleLimit = Safety.Limit(Get(Safety.LockAfter));
    }
}
