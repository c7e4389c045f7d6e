using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Pannier.Tests.Support;

/// <summary>
/// Reads files of many cases. A case begins with <c># name — source</c> and goes on to the next; before the first stands what the file is. Marks
/// in double braces stand for what an editor would spoil: <c>{{200d}}</c> is that character, <c>{{=e9}}</c> that octet, <c>{{100*x}}</c> a hundred x.
/// </summary>
internal static class CaseFile
{
    /// <summary>Reads a file below <c>tests/Pannier.Tests</c>.</summary>
    public static IReadOnlyList<Case> Read(string path)
    {
        var text = File.ReadAllText(Path.Combine(Root(), path));
        var cases = new List<Case>();
        foreach (var piece in text.Split("\n# ").Skip(1))
        {
            var (head, body) = Cut(piece, "\n");
            var (name, source) = Cut(head, " — ");
            cases.Add(new Case(name, source, Expand(body.TrimEnd('\n'))));
        }

        return cases;
    }

    private static string Root([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, ".."); // the compiler names a file in a folder

    private static string Expand(string text)
    {
        var expanded = new StringBuilder(text.Length);
        while (text.IndexOf("{{", StringComparison.Ordinal) is >= 0 and var start)
        {
            var end = text.IndexOf("}}", start, StringComparison.Ordinal);
            expanded.Append(text, 0, start).Append(Mark(text[(start + 2)..end]));
            text = text[(end + 2)..];
        }

        return expanded.Append(text).ToString();
    }

    private static string Mark(string mark)
    {
        if (mark[0] == '=') return Case.OctetMark + (char)byte.Parse(mark[1..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

        var (count, repeated) = Cut(mark, "*");
        return repeated.Length == 0
            ? ((char)ushort.Parse(mark, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)).ToString()
            : string.Concat(Enumerable.Repeat(repeated, int.Parse(count, CultureInfo.InvariantCulture)));
    }

    private static (string Before, string After) Cut(string text, string at) =>
        text.IndexOf(at, StringComparison.Ordinal) is >= 0 and var found ? (text[..found], text[(found + at.Length)..]) : (text, "");
}
