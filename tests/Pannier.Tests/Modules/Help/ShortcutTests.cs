using System.Text.RegularExpressions;
using Pannier.Core;
using Pannier.Modules.Help;
using Pannier.Tests.Docs;

namespace Pannier.Tests.Modules.Help;

public partial class ShortcutTests
{
    /// <summary>What the browser itself does with a key on a focused link.</summary>
    private static readonly IReadOnlyList<string> Native = ["Enter"];

    [Fact]
    public void Every_key_that_views_and_scripts_declare_is_listed_and_no_other()
    {
        var declared = Declared(Views(), "*.razor").Concat(Declared(SidebarKeys(), "ShowSidebar.cs")).Concat(Declared(Scripts(), "*.ts")).Distinct().Order(StringComparer.Ordinal);

        var listed = Shortcuts.All.SelectMany(group => group.Shortcuts).Select(shortcut => shortcut.Keys).Except(Native).Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(declared, listed);
    }

    [Fact]
    public void No_key_is_listed_twice_in_a_group() =>
        Assert.All(Shortcuts.All, group => Assert.Equal(group.Shortcuts.Count, group.Shortcuts.Select(shortcut => shortcut.Keys).Distinct().Count()));

    [Fact]
    public void Keys_are_named_by_what_they_type()
    {
        Assert.DoesNotContain(Shortcuts.All.SelectMany(group => group.Shortcuts), shortcut => shortcut.Keys.Contains("Shift", StringComparison.Ordinal));
        Assert.Equal([["g"], ["i"]], new Shortcut(Said.Of("help.title"), "g i").Strokes);
        Assert.Equal([["Ctrl", "Enter"]], new Shortcut(Said.Of("help.title"), "Mod+Enter").Strokes);
    }

    private static IEnumerable<string> Declared(Regex by, string files) =>
        Directory.EnumerateFiles(Repository.File("src"), files, SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/node_modules/", StringComparison.Ordinal) && !file.EndsWith(".test.ts", StringComparison.Ordinal))
            .SelectMany(file => by.Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value));

    [GeneratedRegex("data-keys=\"([^\"@]+)\"")]
    private static partial Regex Views();

    [GeneratedRegex("=> \"(g .)\"")]
    private static partial Regex SidebarKeys();

    [GeneratedRegex("^onKey\\(\"([^\"]+)\"", RegexOptions.Multiline)]
    private static partial Regex Scripts();
}
