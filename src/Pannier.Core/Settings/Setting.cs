using System.Globalization;
using Pannier.Core.Http;

namespace Pannier.Core.Settings;

/// <summary>Makes preferences; a module keeps each in a static field and registers it in one line.</summary>
public static class Setting
{
    /// <summary>One of an enum's values.</summary>
    public static Setting<TEnum> Choice<TEnum>(string key, TEnum fallback)
        where TEnum : struct, Enum =>
        new(key, fallback, ChoiceNames.Words, [.. Enum.GetValues<TEnum>().Select(Http.Choice.Name)], Http.Choice.Read<TEnum>, Http.Choice.Name);

    /// <summary>One of some numbers.</summary>
    public static Setting<int> Number(string key, int fallback, params IReadOnlyList<int> choices) =>
        new(
            key,
            fallback,
            ChoiceNames.Literal,
            [.. choices.Select(Show)],
            text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && choices.Contains(value) ? value : null,
            Show);

    /// <summary>A time zone by its IANA name.</summary>
    public static Setting<ZoneName> Zone(string key) =>
        new(key, ZoneName.Utc, ChoiceNames.Literal, [.. ZoneName.All.Select(zone => zone.Value)], text => ZoneName.Read(text), zone => zone.Value);

    private static string Show(int value) => value.ToString(CultureInfo.InvariantCulture);
}
