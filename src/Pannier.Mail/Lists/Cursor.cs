using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Pannier.Mail.Lists;

/// <summary>A place in a list at one row: the page after it holds what comes strictly after, the page before it what comes strictly before, so pages neither skip nor repeat while mail arrives.</summary>
/// <param name="Sort">What the row is sorted by; empty where that is the date.</param>
public sealed record Cursor(DateTimeOffset ReceivedAt, MessageKey Key, string Sort = "")
{
    private const int LongestSort = 300;

    /// <summary>Reads <c>unixseconds.key</c> or <c>unixseconds.key.sort</c>; null when the text is neither.</summary>
    public static Cursor? Read(string text) =>
        text.Split('.') is [var at, var key, .. var rest] && rest.Length <= 1
        && long.TryParse(at, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds)
        && seconds is >= -62135596800 and <= 253402300799
        && MessageKey.Read(key) is { } parsed
        && Text(rest) is { } sort
            ? new(DateTimeOffset.FromUnixTimeSeconds(seconds), parsed, sort)
            : null;

    /// <summary>The place in a list newest first, or oldest first, before everything received at a moment or after it, seen from that end.</summary>
    public static Cursor At(DateTimeOffset moment) => new(moment.AddSeconds(-1), default);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{ReceivedAt.ToUnixTimeSeconds()}.{Key}{(Sort.Length == 0 ? "" : "." + Base64Url.EncodeToString(Encoding.UTF8.GetBytes(Sort)))}");

    internal Candidate Place => new(ReceivedAt, Key, Sort);

    private static string? Text(string[] rest)
    {
        if (rest.Length == 0) return "";
        return rest[0].Length is > 0 and <= LongestSort && Base64Url.IsValid(rest[0]) ? Encoding.UTF8.GetString(Base64Url.DecodeFromChars(rest[0])) : null;
    }
}
