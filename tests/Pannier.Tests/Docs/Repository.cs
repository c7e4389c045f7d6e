using System.Runtime.CompilerServices;

namespace Pannier.Tests.Docs;

/// <summary>The files this test was built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static IReadOnlyList<string> Documents =>
        [.. Directory.EnumerateFiles(Root, "*.md").Concat(Directory.EnumerateFiles(File("docs"), "*.md", SearchOption.AllDirectories)).Concat(Directory.EnumerateFiles(File("bench"), "*.md")).Order(StringComparer.Ordinal)];

    public static string File(string path) => Path.Combine(Root, path);

    public static string Read(string path) => System.IO.File.ReadAllText(File(path));

    private static string Find([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));
}
