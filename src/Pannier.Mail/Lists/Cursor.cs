using System.Globalization;

namespace Pannier.Mail.Lists;

/// <summary>The place after one row: the next page holds what comes strictly after it, so pages neither skip nor repeat while mail arrives.</summary>
public sealed record Cursor(DateTimeOffset ReceivedAt, MessageKey Key)
{
    /// <summary>Reads <c>unixseconds.key</c>; null when the text is not one.</summary>
    public static Cursor? Read(string text) =>
        text.Split('.') is [var at, var key]
        && long.TryParse(at, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds)
        && seconds is >= -62135596800 and <= 253402300799
        && MessageKey.Read(key) is { } parsed
            ? new(DateTimeOffset.FromUnixTimeSeconds(seconds), parsed)
            : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{ReceivedAt.ToUnixTimeSeconds()}.{Key}");
}
