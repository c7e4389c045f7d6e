using System.Text.RegularExpressions;

namespace Pannier.Tests.Docs;

/// <summary>The table of flaws that other webmails have had: each has a test here, or there is no part that could have it.</summary>
public sealed partial class FlawTests
{
    private const int Flaws = 40;

    private static readonly ILookup<string, Type> Classes = typeof(FlawTests).Assembly.GetTypes().Where(type => !type.IsNested).ToLookup(type => type.Name, StringComparer.Ordinal);

    private static readonly Dictionary<string, string> Rows = Repository.Read("docs/FLAWS.md").Split('\n')
        .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
        .Where(cells => cells.Length == 5 && cells[1].StartsWith("R-", StringComparison.Ordinal))
        .ToDictionary(cells => cells[1], cells => cells[3], StringComparer.Ordinal);

    [Fact]
    public void Each_flaw_has_a_row() => Assert.Equal(Enumerable.Range(1, Flaws).Select(i => $"R-{i:00}"), Rows.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Each_test_that_is_named_is_there() =>
        Assert.All(Rows.SelectMany(row => Tests().Matches(row.Value)), named =>
            Assert.True(Classes[named.Groups[1].Value].Any(type => IsTest(type, named.Groups[2].Value)), $"{named.Value} is no test"));

    [Fact]
    public void What_has_no_test_has_no_part_yet() =>
        Assert.All(Rows.Where(row => !Tests().IsMatch(row.Value)), row =>
        {
            var part = Parts().Match(row.Value);
            Assert.True(part.Success, $"{row.Key} names neither a test nor a part");
            Assert.False(Directory.Exists(Path.Combine(Repository.Root, "src/Pannier", part.Groups[1].Value)), $"{part.Groups[1].Value} is there now: {row.Key} needs its test");
        });

    private static bool IsTest(Type type, string name) => type.GetMethod(name)?.GetCustomAttributes(inherit: true).OfType<FactAttribute>().Any() == true;

    [GeneratedRegex("`([A-Za-z]+Tests)\\.([A-Za-z_]+)`")]
    private static partial Regex Tests();

    [GeneratedRegex("no part: `(Modules/[A-Za-z]+)`")]
    private static partial Regex Parts();
}
