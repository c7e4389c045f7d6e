namespace Pannier.Modules.Settings;

/// <summary>A choice as the form sends it: <c>lists.per-page=50</c>. Whether there is such a key and value is judged later.</summary>
public sealed record ChosenSetting
{
    private ChosenSetting(string key, string value) => (Key, Value) = (key, value);

    public string Key { get; }

    public string Value { get; }

    /// <summary>Null when the text has no key, no value, or more than 200 characters.</summary>
    public static ChosenSetting? Read(string text) =>
        text.Length <= 200 && text.IndexOf('=', StringComparison.Ordinal) is > 0 and var at && at < text.Length - 1 ? new(text[..at], text[(at + 1)..]) : null;

    public static string Text(string key, string value) => $"{key}={value}";
}
