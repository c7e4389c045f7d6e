using System.Security.Cryptography;
using System.Text.Json;

namespace Pannier.Core.Views;

/// <summary>The two files every page includes, with the hash that the browser checks them by (SRI).</summary>
public sealed record Assets(Asset Script, Asset Style)
{
    /// <summary>Reads what the build wrote, and checks the files against it: a changed file stops the start.</summary>
    /// <exception cref="InvalidOperationException">A file is missing or is not the one that was built.</exception>
    public static Assets Read(string webRoot)
    {
        var list = Path.Combine(webRoot, "assets.json");
        if (!File.Exists(list)) throw new InvalidOperationException($"{list} is missing: build the program again");

        using var document = JsonDocument.Parse(File.ReadAllBytes(list));
        return new(Asset(document.RootElement.GetProperty("js"), webRoot), Asset(document.RootElement.GetProperty("css"), webRoot));
    }

    private static Asset Asset(JsonElement entry, string webRoot)
    {
        var path = entry.GetProperty("path").GetString()!; // our build writes both
        var integrity = entry.GetProperty("integrity").GetString()!;
        var bytes = File.ReadAllBytes(Path.Combine(webRoot, path.TrimStart('/')));
        return integrity == "sha384-" + Convert.ToBase64String(SHA384.HashData(bytes))
            ? new("/" + path.TrimStart('/'), integrity)
            : throw new InvalidOperationException($"{path} is not the file that was built: build the program again");
    }
}
