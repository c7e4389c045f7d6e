using System.Text;

namespace Pannier.Demo.Seed;

/// <summary>The texts in <c>Seed/texts</c>, embedded in the program.</summary>
internal static class Texts
{
    public static string Read(string name)
    {
        using var stream = typeof(Texts).Assembly.GetManifestResourceStream($"Seed.{name}")
            ?? throw new InvalidOperationException($"The demo text {name} is not embedded; see Pannier.Demo.csproj.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    public static string[] Lines(string name) =>
        [.. Read(name).Split('\n').Where(line => line.Length > 0 && line[0] != '#')];

    /// <summary>Parts headed by a line "== name"; each part is a list of lines that are not empty.</summary>
    public static Dictionary<string, IReadOnlyList<string>> Parts(string name)
    {
        var parts = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var part in ("\n" + Read(name)).Split("\n== ", StringSplitOptions.RemoveEmptyEntries))
        {
            var lines = part.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            if (lines.Length > 1)
                parts[lines[0].Trim()] = lines[1..];
        }
        return parts;
    }
}
