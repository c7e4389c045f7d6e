namespace Pannier.Core.Settings;

/// <summary>A typed, validated preference with a default.</summary>
public sealed class Setting<T> : ISetting
    where T : struct
{
    private readonly T _default;
    private readonly Func<string, T?> _read;
    private readonly Func<T, string> _show;

    internal Setting(string key, T fallback, ChoiceNames names, IReadOnlyList<string> choices, Func<string, T?> read, Func<T, string> show) =>
        (Key, _default, Names, Choices, _read, _show) = (key, fallback, names, choices, read, show);

    public string Key { get; }

    public ChoiceNames Names { get; }

    public IReadOnlyList<string> Choices { get; }

    public string DefaultText => _show(_default);

    /// <summary>The value of a stored text; the default when there is none or it is no longer a choice.</summary>
    internal T Value(string? stored) => (stored is null ? null : _read(stored)) ?? _default;
}
