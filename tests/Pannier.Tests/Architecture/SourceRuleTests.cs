using System.Text.RegularExpressions;

namespace Pannier.Tests.Architecture;

/// <summary>What the sources themselves must keep to.</summary>
public sealed partial class SourceRuleTests
{
    private static readonly IReadOnlyList<string> Code = SourceTree.Files("src", ".cs");
    private static readonly IReadOnlyList<string> Views = SourceTree.Files("src", ".razor");

    [Fact]
    public void Files_are_short_and_most_are_very_short()
    {
        var lengths = Code.Concat(Views).ToDictionary(file => file, file => File.ReadLines(Path.Combine(SourceTree.Root, file)).Count());

        Assert.Equal([], lengths.Where(file => file.Value > 300).Select(file => file.Key));
        Assert.InRange(lengths.Values.Order().ElementAt(lengths.Count / 2), 1, 59);
    }

    [Fact]
    public void A_file_holds_one_public_type_and_is_named_for_it()
    {
        var wrong = new List<string>();
        foreach (var file in Code)
        {
            var types = PublicType().Matches(SourceTree.Read(file)).Select(match => match.Groups[1].Value).Distinct().ToList();
            if (types.Count > 1) wrong.Add($"{file}: {string.Join(", ", types)}");
            if (types is [var one] && Path.GetFileName(file).Split('.', '{')[0] != one) wrong.Add($"{file} holds {one}");
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void Views_only_show()
    {
        var wrong = Views
            .Where(file => file is not ("src/Pannier.Core/Views/DocumentView.razor" or "src/Pannier.Core/Views/GuestScript.razor")) // the page's own elements, and a guest's script on the page that allows it: the next tests
            .SelectMany(file => Matches(Forbidden(), file).Select(found => $"{file}: {found}"));

        Assert.Empty(wrong);
    }

    [Fact]
    public void The_page_has_one_script_element_and_one_style_sheet_each_with_its_hash()
    {
        var page = SourceTree.Read("src/Pannier.Core/Views/DocumentView.razor");

        Assert.Single(Regex.Matches(page, "<script\\b"));
        Assert.Single(Regex.Matches(page, "rel=\"stylesheet\""));
        Assert.Equal(2, Regex.Count(page, "integrity=\"@"));
        Assert.DoesNotMatch("<style|\\sstyle=|@inject|MarkupString|\\son\\w+=", page);
    }

    [Fact]
    public void A_guests_script_is_shown_on_one_page_and_is_all_that_is_shown_by_hand()
    {
        var shown = SourceTree.Read("src/Pannier.Core/Views/GuestScript.razor");

        Assert.Single(Regex.Matches(shown, "<script\\b"));
        Assert.DoesNotMatch("<style|\\sstyle=|@inject|MarkupString|\\son\\w+=", shown);
        Assert.Equal("src/Pannier/Modules/SignIn/Human/HumanView.razor", Assert.Single(Views, file => SourceTree.Read(file).Contains("<GuestScript", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_style_sheet_of_a_module_is_part_of_the_sites()
    {
        var site = SourceTree.Read("src/Pannier/Site/site.css");
        var sheets = SourceTree.Files("src/Pannier/Modules", ".css");

        Assert.NotEmpty(sheets);
        Assert.All(sheets, sheet => Assert.Contains($"\"../{Path.GetRelativePath("src/Pannier", sheet)}\"", site, StringComparison.Ordinal));
    }

    /// <summary>An address in an attribute is written by hand, or is a typed one: <c>…Url</c>, or a value whose type cannot leave the site.</summary>
    [Fact]
    public void Addresses_in_views_are_typed()
    {
        var wrong = Views
            .Where(file => !file.StartsWith("src/Pannier.Core/Views/", StringComparison.Ordinal)) // LinkTo, Icon and the page's own files: read with the eyes
            .SelectMany(file => Matches(RawAddress(), file).Select(found => $"{file}: {found}"));

        Assert.Empty(wrong);
    }

    [Fact]
    public void Nobody_writes_markup_by_hand()
    {
        var wrong = Code
            .Where(file => file.StartsWith("src/Pannier/", StringComparison.Ordinal) || file.StartsWith("src/Pannier.Core/", StringComparison.Ordinal))
            .Where(file => HandMade().IsMatch(SourceTree.Read(file)));

        Assert.Empty(wrong);
        Assert.DoesNotContain(Views, file => SourceTree.Read(file).Contains("AddMarkupContent", StringComparison.Ordinal));
    }

    [Fact]
    public void No_socket_is_opened_outside_the_egress()
    {
        var wrong = Code
            .Where(file => !file.StartsWith("src/Pannier.Mail/Net/", StringComparison.Ordinal) && !file.StartsWith("src/Pannier.Demo/", StringComparison.Ordinal))
            .SelectMany(file => Matches(Dials(), file).Select(found => $"{file}: {found}"));

        Assert.Empty(wrong);
    }

    /// <summary>Who touches the disk is listed by name: the data directory's own files, commands of the operator, and files the options name.</summary>
    [Fact]
    public void Files_are_opened_only_where_it_is_known()
    {
        string[] known =
        [
            "src/Pannier.Core/Accounts/Keeping/MirrorShelves.cs", "src/Pannier.Core/Accounts/Keeping/SealedShelf.cs",
            "src/Pannier.Core/Crypto/SiteKey.cs", "src/Pannier.Core/Crypto/SiteKeyFile.cs",
            "src/Pannier.Core/Http/StaticFiles.cs", "src/Pannier.Core/Views/Assets.cs",
            "src/Pannier.Core/Storage/Backup.cs", "src/Pannier.Core/Storage/DataDirectory.cs", "src/Pannier.Core/Storage/DatabaseState.cs",
            "src/Pannier.Core/Storage/Restore.cs", "src/Pannier.Core/Storage/SqliteFile.cs",
            "src/Pannier/Confinement/Confine.cs", // its own command line
            "src/Pannier.Mail/Net/EgressPolicy.cs", "src/Pannier.Mail/OAuth/OAuthProviders.cs", "src/Pannier.Core/Sessions/SessionOptions.cs", // files the options name
        ];

        var found = Code
            .Where(file => !file.StartsWith("src/Pannier.Demo/", StringComparison.Ordinal) && !file.StartsWith("src/Pannier/Cli/", StringComparison.Ordinal))
            .Where(file => DiskAccess().IsMatch(SourceTree.Read(file)));

        Assert.Empty(found.Except(known));
    }

    /// <summary>What strangers wrote is matched in time that grows with its length and no faster.</summary>
    [Fact]
    public void No_pattern_can_backtrack_without_an_end()
    {
        var patterns = Code.SelectMany(file => Patterns().Matches(SourceTree.Read(file)).Select(match => (file, match.Value))).ToList();

        Assert.NotEmpty(patterns);
        Assert.DoesNotContain(patterns, found => !found.Value.Contains("RegexOptions.NonBacktracking", StringComparison.Ordinal));
        Assert.DoesNotContain(Code, file => LoosePatterns().IsMatch(SourceTree.Read(file)));
    }

    [Fact]
    public void The_banned_symbols_are_banned_in_every_project()
    {
        var banned = SourceTree.Read("BannedSymbols.txt");

        Assert.Contains("BannedSymbols.txt", SourceTree.Read("Directory.Build.props"), StringComparison.Ordinal);
        foreach (var symbol in (string[])["MarkupString", "HttpRequest.Form", "HttpRequest.Query", "DateTimeOffset.UtcNow", "DateTime.Now", "System.Random", "HttpClient", "TcpClient", "Process.Start", "BinaryFormatter"])
            Assert.Contains(symbol, banned, StringComparison.Ordinal);
        Assert.DoesNotContain(SourceTree.Files("src", ".csproj"), file => Regex.IsMatch(SourceTree.Read(file), "NoWarn|TreatWarningsAsErrors|BannedSymbols"));
    }

    [Fact]
    public void Only_named_borders_catch_everything()
    {
        string[] borders = ["src/Pannier.Core/Http/Gate/Gate.cs", "src/Pannier.Core/Jobs/JobRunner.cs", "src/Pannier.Core/Modules/Slots.cs"];
        var wrong = Code.Except(borders)
            .Where(file => !file.StartsWith("src/Pannier.Demo/", StringComparison.Ordinal))
            .SelectMany(file => Matches(CatchAll(), file).Where(block => !block.Contains("throw;", StringComparison.Ordinal) && !block.Contains("ExceptionDispatchInfo", StringComparison.Ordinal)).Select(_ => file));

        Assert.Empty(wrong); // what is thrown on after tidying up is not caught
    }

    private static IEnumerable<string> Matches(Regex rule, string file) => rule.Matches(SourceTree.Read(file)).Select(match => match.Value);

    [GeneratedRegex("""\bFile\.(?:Open|Read|Write|Append|Create|Delete|Move|Copy|Replace|Exists|Set|Get)|\bDirectory\.(?:CreateDirectory|CreateSymbolicLink|Delete|Enumerate|Get[FD]|Move|Exists)|new (?:FileStream|FileInfo|DirectoryInfo|FileSystemWatcher)\b|new Stream(?:Reader|Writer)\((?:"|path|file\))|Path\.GetTemp|MemoryMappedFile""")]
    private static partial Regex DiskAccess();

    [GeneratedRegex("""\[GeneratedRegex\(.*""")]
    private static partial Regex Patterns();

    [GeneratedRegex("""new Regex\(|\bRegex\.(?:Match|Matches|IsMatch|Replace|Split|Count|EnumerateMatches)\(""")]
    private static partial Regex LoosePatterns();

    [GeneratedRegex("""^public (?:(?:sealed|static|abstract|partial|readonly|delegate|unsafe) )*(?:class|record struct|record class|record|struct|interface|enum) (\w+)""", RegexOptions.Multiline)]
    private static partial Regex PublicType();

    [GeneratedRegex("""@inject\b|MarkupString|<script\b|<style\b|\son\w+\s*=|\sstyle\s*=|javascript:""", RegexOptions.IgnoreCase)]
    private static partial Regex Forbidden();

    [GeneratedRegex("""\s(?:href|src|action|formaction|srcset|poster|data)\s*=\s*"(?:[^"]*[^"@\s])?@(?!\(?\w*\.?\w*Url\b|link\.Target\.Value|frame\b|next\.Value|remove\b)[^"]*""", RegexOptions.IgnoreCase)]
    private static partial Regex RawAddress();

    [GeneratedRegex("""BuildRenderTree|AddMarkupContent|MarkupString""")]
    private static partial Regex HandMade();

    [GeneratedRegex("""new (?:TcpClient|TcpListener|UdpClient|Socket|HttpClient|SslStream|SocketsHttpHandler|ClientWebSocket|WebClient|NetworkStream)\b|HttpWebRequest|\.ConnectAsync\(\s*["a-z]+[hH]ost""")]
    private static partial Regex Dials();

    [GeneratedRegex("""catch\s*(?:\(Exception(?: \w+)?\)(?!\s*when))?\s*\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}""")]
    private static partial Regex CatchAll();
}
