using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Pannier.Demo.Net;
using Pannier.Demo.Seed.Files;

namespace Pannier.Demo.Web;

/// <summary>
/// What a sender's web server is to a webmail: pictures, and one pixel that counts who asks. It answers HTTP/1.1 on loopback, one request a
/// connection, and remembers what was asked of it.
/// </summary>
internal sealed class PictureServer
{
    private const int LongestLine = 8 * 1024;
    private readonly ConcurrentQueue<string> asked = new();

    /// <summary>The paths asked for, in order.</summary>
    public IReadOnlyList<string> Asked => [.. asked];

    public async Task ServeAsync(Wire wire, CancellationToken stop)
    {
        using var _ = wire;
        var first = Encoding.ASCII.GetString((await wire.ReadLineAsync(LongestLine, stop)).Span);
        while ((await wire.ReadLineAsync(LongestLine, stop)).Length > 2)
        {
            // Nothing in a header changes what is shown here.
        }

        var path = first.Split(' ') is ["GET", var target, ..] ? target.Split('?')[0] : "";
        asked.Enqueue(path);
        var picture = PictureAt(path);
        var head = picture is null ? "404 Not Found\r\nContent-Length: 0" : string.Create(CultureInfo.InvariantCulture, $"200 OK\r\nContent-Type: image/png\r\nContent-Length: {picture.Length}");
        await wire.WriteAsync((byte[])[.. Encoding.ASCII.GetBytes($"HTTP/1.1 {head}\r\nConnection: close\r\n\r\n"), .. picture ?? []], stop);
    }

    private static byte[]? PictureAt(string path) => path switch
    {
        "/logo.png" => Png.Swatch(31, 78, 95, 40, 40),
        "/paper.png" => Png.Swatch(238, 243, 240, 8, 8),
        "/counter.png" or "/opened.png" => Png.Swatch(255, 255, 255, 1, 1),
        _ when path.StartsWith("/sea/", StringComparison.Ordinal) => Png.Seascape(path, 536, 220),
        _ => null,
    };
}
