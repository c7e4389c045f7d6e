namespace Pannier.Tests.Support;

/// <summary>Which cookies an answer leaves that outlast the browser.</summary>
internal static class LastingCookies
{
    public static IEnumerable<string> Lasting(this Reply reply) => reply.Values("Set-Cookie")
        .Where(line => line.Contains("expires=", StringComparison.Ordinal) && !line.Contains("expires=Thu, 01 Jan 1970", StringComparison.OrdinalIgnoreCase))
        .Select(line => line.Split('=')[0])
        .Order(StringComparer.Ordinal);
}
