using System.Text.RegularExpressions;
using Pannier.Cli;

namespace Pannier.Tests.Docs;

public partial class DocumentTests
{
    [Fact]
    public void Every_link_inside_the_repository_leads_somewhere()
    {
        var broken = Repository.Documents.SelectMany(document => Links().Matches(File.ReadAllText(document)).Select(link => link.Groups[1].Value)
            .Where(target => !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith('#') && !target.StartsWith("mailto:", StringComparison.Ordinal))
            .Select(target => (Document: Path.GetRelativePath(Repository.Root, document), Target: target, File: Path.GetFullPath(Path.Combine(Path.GetDirectoryName(document)!, target.Split('#')[0]))))
            .Where(link => !File.Exists(link.File) && !Directory.Exists(link.File))
            .Select(link => $"{link.Document} -> {link.Target}"));

        Assert.Empty(broken);
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("CONTRIBUTING.md")]
    [InlineData("SECURITY.md")]
    [InlineData("CHANGELOG.md")]
    [InlineData("docs/ARCHITECTURE.md")]
    [InlineData("docs/GLOSSARY.md")]
    [InlineData("docs/THREATS.md")]
    [InlineData("docs/SETTINGS.md")]
    [InlineData("docs/PROVIDERS.md")]
    public void The_first_page_leads_to_each_of_the_others(string page) =>
        Assert.True(page == "README.md" || Repository.Read("README.md").Contains($"({page})", StringComparison.Ordinal), $"README.md does not lead to {page}");

    [Fact]
    public void The_first_page_fits_on_one_screen() => Assert.InRange(Repository.Read("README.md").Split('\n').Length, 10, 65);

    [Fact]
    public void Every_folder_and_file_of_the_program_that_is_named_is_there()
    {
        var named = Repository.Documents
            .SelectMany(document => Paths().Matches(File.ReadAllText(document)).Select(path => (Document: Path.GetRelativePath(Repository.Root, document), Path: path.Groups[1].Value)))
            .Where(named => !named.Path.Contains('<', StringComparison.Ordinal))
            .ToList();

        Assert.NotEmpty(named);
        Assert.All(named, found => Assert.True(File.Exists(Repository.File(found.Path)) || Directory.Exists(Repository.File(found.Path)), $"{found.Document} names {found.Path}"));
    }

    [Fact]
    public void Decisions_are_numbered_without_a_gap_and_listed()
    {
        var pages = Directory.EnumerateFiles(Repository.File("docs/decisions"), "0*.md").Select(Path.GetFileName).Order(StringComparer.Ordinal).ToList();
        var list = Repository.Read("docs/decisions/README.md");

        Assert.All(pages.Select((page, at) => (page, at)), entry => Assert.StartsWith($"{entry.at + 1:0000}-", entry.page, StringComparison.Ordinal));
        Assert.All(pages, page => Assert.Contains($"({page})", list, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_command_of_the_program_that_is_named_exists_and_each_is_named()
    {
        var existing = Commands.Root().Subcommands.Select(command => command.Name).ToHashSet(StringComparer.Ordinal);
        var named = Repository.Documents.SelectMany(document => ProgramCommands().Matches(File.ReadAllText(document)).Select(match => match.Groups[1].Value)).ToHashSet(StringComparer.Ordinal);

        Assert.Empty(named.Except(existing));
        Assert.Empty(existing.Except(named));
    }

    [Fact]
    public void Every_target_and_tool_that_is_named_exists()
    {
        var targets = MakeTargets().Matches(Repository.Read("Makefile")).Select(match => match.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        var named = Repository.Documents.SelectMany(document => MakeCalls().Matches(File.ReadAllText(document)).Select(match => match.Groups[1].Value)).ToHashSet(StringComparer.Ordinal);

        Assert.NotEmpty(named);
        Assert.Empty(named.Except(targets));
    }

    [GeneratedRegex(@"(?:`|^|/|-u )pannier ([a-z][a-z-]+)\b", RegexOptions.Multiline)]
    private static partial Regex ProgramCommands();

    [GeneratedRegex("^([a-z]+):", RegexOptions.Multiline)]
    private static partial Regex MakeTargets();

    [GeneratedRegex("(?:`|^)make ([a-z]+)", RegexOptions.Multiline)]
    private static partial Regex MakeCalls();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Links();

    [GeneratedRegex(@"`((?:src|tests|docs|deploy|tools|bench)/[^`\s*{}]*)`")]
    private static partial Regex Paths();
}
