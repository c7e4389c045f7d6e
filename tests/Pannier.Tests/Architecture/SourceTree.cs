using System.Runtime.CompilerServices;

namespace Pannier.Tests.Architecture;

/// <summary>The product's sources, as the rules read them.</summary>
internal static class SourceTree
{
    public static string Root { get; } = FindRoot();

    /// <summary>Files below a folder with this ending, by their path from the root; nothing a build made.</summary>
    public static IReadOnlyList<string> Files(string below, string ending) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Root, below), "*" + ending, SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Root, file))
            .Where(file => !file.Split('/').Any(part => part is "obj" or "bin" or "node_modules" or "wwwroot"))
            .Order(StringComparer.Ordinal),
    ];

    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    private static string FindRoot([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));
}
