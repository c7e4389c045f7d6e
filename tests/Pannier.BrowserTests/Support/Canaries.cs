using System.Text;

namespace Pannier.BrowserTests.Support;

/// <summary>Words that walks put into mail, forms and passwords, and that nothing the program leaves behind may hold.</summary>
public static class Canaries
{
    /// <summary>What walks write; a walk that is renamed takes its words along.</summary>
    private static readonly string[] Written = ["four unrelated words", "Pigeon", "home by noon", "Dead letter", "Tallyho", "saltmarsh-society", "northwind-labs", "ada.lindqvist"];

    /// <summary>Each place where one was found, as <c>file: word</c>.</summary>
    /// <param name="secrets">Passwords and keys of this run.</param>
    /// <param name="readable">What the files may hold all the same: sign-in names.</param>
    public static IReadOnlyList<string> In(string directory, IEnumerable<string> log, IEnumerable<string> secrets, params IReadOnlyList<string> readable)
    {
        var words = Written.Concat(secrets).Distinct().ToList();
        var found = new List<string>();
        foreach (var file in Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories))
        {
            if (new FileInfo(file).Length == 0) continue; // the lock, which cannot be opened while it is held
            var octets = File.ReadAllBytes(file);
            found.AddRange(words.Except(readable).Where(word => Holds(octets, word)).Select(word => $"{Path.GetFileName(file)}: {word}"));
        }

        found.AddRange(log.SelectMany(line => words.Where(word => line.Contains(word, StringComparison.OrdinalIgnoreCase)).Select(word => $"log: {word}: {line}")));
        return found;
    }

    private static bool Holds(ReadOnlySpan<byte> octets, string word) =>
        octets.IndexOf(Encoding.UTF8.GetBytes(word)) >= 0
        || octets.IndexOf(Encoding.Unicode.GetBytes(word)) >= 0
        || (word.Length > 6 && octets.IndexOf(Encoding.ASCII.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes(word))[..^4])) >= 0);
}
