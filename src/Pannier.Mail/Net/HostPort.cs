namespace Pannier.Mail.Net;

/// <summary>A host and a port as the site's configuration writes them: <c>mail.example.org:993</c>, <c>[2001:db8::1]:993</c>.</summary>
public sealed record HostPort(HostName Host, Port Port)
{
    /// <summary>Null when the text is not one.</summary>
    public static HostPort? Read(string text) =>
        text.LastIndexOf(':') is > 0 and var at
        && HostName.Read(text[..at]) is { } host
        && (text[0] == '[' || !text[..at].Contains(':', StringComparison.Ordinal))
        && Port.Read(text[(at + 1)..]) is { } port
            ? new(host, port)
            : null;

    public override string ToString() => Host.Value.Contains(':', StringComparison.Ordinal) ? $"[{Host}]:{Port}" : $"{Host}:{Port}";
}
