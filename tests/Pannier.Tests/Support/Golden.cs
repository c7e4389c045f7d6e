using System.Runtime.CompilerServices;

namespace Pannier.Tests.Support;

/// <summary>Compares output with a file beside the tests; <c>UPDATE_GOLDEN=1</c> writes it anew. Golden files are never edited by hand.</summary>
internal static class Golden
{
    /// <param name="actual">Compared byte for byte, line ends included.</param>
    /// <param name="path">Below <c>tests/Pannier.Tests/Golden</c>, as in <c>Mail/Html/newsletter.html</c>.</param>
    public static void Match(string actual, string path)
    {
        var file = Path.Combine(Root(), path);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, actual);
        }

        Assert.True(File.Exists(file), $"There is no golden file {path}; run with UPDATE_GOLDEN=1 and read what it wrote.");
        Assert.Equal(File.ReadAllText(file), actual);
    }

    /// <summary>The lines of a golden file.</summary>
    public static IReadOnlyList<string> Lines(string path) => File.ReadAllLines(Path.Combine(Root(), path));

    private static string Root([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "Golden"));
}
