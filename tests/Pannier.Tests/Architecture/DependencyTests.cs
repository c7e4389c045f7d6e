using System.Text.RegularExpressions;
using System.Xml.Linq;
using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using Pannier.Core;
using Pannier.Mail;
using static ArchUnitNET.Fluent.ArchRuleDefinition;
using Type = System.Type;

namespace Pannier.Tests.Architecture;

/// <summary>Who may know whom.</summary>
public sealed partial class DependencyTests
{
    private static readonly System.Reflection.Assembly[] Ours = [typeof(AccountId).Assembly, typeof(Kernel).Assembly, typeof(ModuleList).Assembly];
    private static readonly ArchUnitNET.Domain.Architecture Code = new ArchLoader().LoadAssemblies(Ours).Build();

    [Fact]
    public void Projects_refer_to_one_another_as_drawn()
    {
        var drawn = new Dictionary<string, string[]>
        {
            ["Pannier.Mail"] = [],
            ["Pannier.Core"] = ["Pannier.Mail"],
            ["Pannier.Demo"] = ["Pannier.Mail"],
            ["Pannier"] = ["Pannier.Core", "Pannier.Demo", "Pannier.Mail"],
        };
        foreach (var (project, most) in drawn)
            Assert.Empty(References(project).Except(most));
        Assert.Equal(["Pannier.Core", "Pannier.Demo", "Pannier.Mail"], References("Pannier"));
    }

    [Fact]
    public void Mail_is_a_library_without_web_services_or_database()
    {
        var packages = XDocument.Parse(SourceTree.Read("src/Pannier.Mail/Pannier.Mail.csproj")).Descendants().Where(node => node.Name.LocalName is "PackageReference" or "FrameworkReference").Select(node => (string?)node.Attribute("Include"));

        Assert.DoesNotContain(packages, name => name is null || WebOrStorage().IsMatch(name));
        Holds(Types().That().ResideInNamespaceMatching("^Pannier\\.Mail").Should().NotDependOnAny(Types().That().ResideInNamespaceMatching("^Pannier\\.(Core|Modules|Cli|Configuration)")));
    }

    [Fact]
    public void Core_knows_no_module() =>
        Holds(Types().That().ResideInNamespaceMatching("^Pannier\\.Core").Should().NotDependOnAny(Types().That().ResideInNamespaceMatching("^Pannier\\.(Modules|Cli|Configuration)")));

    /// <summary>
    /// What a module shows to others is public and small: slots to fill (…Tools, …Slot), and how a thing is addressed, named,
    /// marked and asked for (…Url, …Label, …Mark, …Text). Beside these, the pieces of a page that modules share are listed by name
    /// in the rule; nothing else of a module may be named elsewhere.
    /// </summary>
    [Fact]
    public void Modules_see_each_other_only_by_what_they_show()
    {
        var seen = Code.Types
            .Where(type => Module(type) is not null)
            .SelectMany(type => type.Dependencies.Select(dependency => (From: type, To: dependency.Target)))
            .Where(pair => Module(pair.To) is { } other && other != Module(pair.From))
            .Select(pair => $"{pair.From.FullName.Split('/', '`')[0]} names {pair.To.FullName.Split('/', '`')[0]}")
            .Distinct()
            .Where(line => !Shown().IsMatch(line))
            .Order(StringComparer.Ordinal);

        Assert.True(!seen.Any(), string.Join("\n", seen));
    }

    [Fact]
    public void Nothing_locates_services_but_the_kernel()
    {
        Type[] kernel = [typeof(Pannier.Core.Modules.Slots), typeof(Pannier.Core.Views.PageWriter), typeof(Pannier.Core.Jobs.JobRunner), typeof(Pannier.Core.Jobs.Errands), typeof(Pannier.Core.Modules.ModuleBuilder)];
        var locating = Ours.SelectMany(assembly => assembly.GetTypes())
            .Except(kernel)
            .Where(type => Takes(type, typeof(IServiceProvider), typeof(Microsoft.Extensions.DependencyInjection.IServiceScopeFactory)));

        Assert.Equal([], locating);
    }

    [Fact]
    public void No_module_sees_a_store_a_connection_or_an_http_request()
    {
        Type[] forbidden = [typeof(IMailStore), typeof(IMailConnection), typeof(Pannier.Core.Accounts.IOpenStores), typeof(Microsoft.AspNetCore.Http.IHttpContextAccessor), typeof(Microsoft.AspNetCore.Http.HttpContext)];
        var names = forbidden.Select(type => type.FullName).ToHashSet(StringComparer.Ordinal);
        var seeing = Code.Types
            .Where(type => Module(type) is not null && type.Dependencies.Any(dependency => names.Contains(dependency.Target.FullName)))
            .Select(type => type.FullName);

        Assert.Empty(seeing);
    }

    [Fact]
    public void Every_kind_of_record_has_its_own_name()
    {
        var kinds = Ours.SelectMany(assembly => assembly.GetTypes())
            .SelectMany(type => type.GetCustomAttributes(typeof(Pannier.Core.Records.RecordKindAttribute), false).Cast<Pannier.Core.Records.RecordKindAttribute>().Select(kind => kind.Kind))
            .ToList();

        Assert.NotEmpty(kinds);
        Assert.Equal(kinds.Distinct(StringComparer.Ordinal), kinds);
    }

    private static IEnumerable<string> References(string project) =>
        XDocument.Parse(SourceTree.Read($"src/{project}/{project}.csproj")).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(((string?)reference.Attribute("Include"))!.Replace('\\', '/')))
            .Order(StringComparer.Ordinal);

    private static string? Module(IType type) => ModuleName().Match(type.FullName) is { Success: true } found ? found.Groups[1].Value : null;

    private static bool Takes(Type type, params Type[] services) =>
        type.GetConstructors(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic)
            .Any(constructor => constructor.GetParameters().Any(parameter => services.Contains(parameter.ParameterType)));

    private static void Holds(ArchUnitNET.Fluent.IArchRule rule) =>
        Assert.Empty(rule.Evaluate(Code).Where(result => !result.Passed).Select(result => result.Description));

    [GeneratedRegex("^Pannier\\.Modules\\.(\\w+)\\.")]
    private static partial Regex ModuleName();

    [GeneratedRegex("names \\S+((Tools|Slot|Url|Label|Mark|Text)|Settings\\.SettingsTabs?|Lists\\.(ActButtons|OpenState|ListSpec|ListQueries|Understood|OwnViews?|EachOnce)|SignIn\\.(NewPassword|RecoveryKeyPage|RecoveryKeyCard))$")]
    private static partial Regex Shown();

    [GeneratedRegex("AspNetCore|DependencyInjection$|Dapper|Sqlite|Npgsql|EntityFramework")]
    private static partial Regex WebOrStorage();
}
