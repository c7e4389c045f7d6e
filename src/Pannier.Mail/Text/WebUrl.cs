using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Pannier.Mail.Text;

/// <summary>An absolute <c>http:</c> or <c>https:</c> address without user name or password.</summary>
/// <remarks>
/// Host and port are rebuilt from their parsed parts, so no two readers can disagree about where it leads; path, query and
/// fragment keep the sender's own encoding, because servers sign them.
/// </remarks>
public sealed record WebUrl : LinkTarget
{
    private static readonly IdnMapping Idn = new() { AllowUnassigned = true };

    private WebUrl(string value, string host)
    {
        Value = value;
        Host = host;
    }

    public override string Value { get; }

    /// <summary>ASCII (A-labels), lower case; a v6 address is in brackets.</summary>
    public string Host { get; }

    /// <summary>Null when the text is no such address.</summary>
    public static new WebUrl? Read(string text) => text.Length > 8192 ? null : ReadClean(Clean(text));

    internal static WebUrl? ReadClean(string text)
    {
        var scheme =
            text.StartsWith("https:", StringComparison.OrdinalIgnoreCase) ? "https"
            : text.StartsWith("http:", StringComparison.OrdinalIgnoreCase) ? "http"
            : null;
        if (scheme is null) return null;

        var rest = text.AsSpan(scheme.Length + 1);
        if (rest.Length < 3 || rest[0] is not ('/' or '\\') || rest[1] is not ('/' or '\\')) return null;

        rest = rest[2..];
        var end = rest.IndexOfAny("/\\?#");
        var authority = end < 0 ? rest : rest[..end];
        var tail = end < 0 ? [] : rest[end..];

        var colon = authority.LastIndexOf(':');
        if (colon > authority.LastIndexOf(']'))
        {
            var port = authority[(colon + 1)..];
            authority = authority[..colon];
            if (port.Length > 0)
            {
                if (!ushort.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return null;
                return Build(scheme, ReadHost(authority.ToString()), ":" + number.ToString(CultureInfo.InvariantCulture), tail);
            }
        }

        return Build(scheme, ReadHost(authority.ToString()), "", tail);
    }

    private static WebUrl? Build(string scheme, string? host, string port, ReadOnlySpan<char> tail)
    {
        if (host is null) return null;

        var value = new StringBuilder(scheme, scheme.Length + host.Length + tail.Length + 16);
        value.Append("://").Append(host).Append(port);
        if (tail.IsEmpty || tail[0] is '?' or '#') value.Append('/');
        PercentEncoding.Append(value, tail);
        return new(value.ToString(), host);
    }

    private static string? ReadHost(string text)
    {
        if (text is ['[', .. var inner, ']'])
            return IPAddress.TryParse(inner, out var six) && six.AddressFamily == AddressFamily.InterNetworkV6 && !inner.Contains('%', StringComparison.Ordinal)
                ? $"[{six}]"
                : null;

        if (PlainHost.Is(text)) return text;

        // Underscores are no host names by RFC 1123, yet click counters live on them.
        if (text.Length is 0 or > 254) return null;
        try
        {
            var ascii = Idn.GetAscii(text).ToLowerInvariant(); // dots of other scripts become dots
            var name = ascii.EndsWith('.') ? ascii[..^1] : ascii;
            return name.Length is 0 or > 253 || name.EndsWith('.') || name.AsSpan().ContainsAnyExcept(HostCharacters) ? null : name;
        }
        catch (ArgumentException)
        {
            return null; // not a name by IDNA's rules
        }
    }

    private static readonly System.Buffers.SearchValues<char> HostCharacters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-._");
}
