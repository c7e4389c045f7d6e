using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Pannier.Core;
using Pannier.Core.Modules;
using Pannier.Core.Settings;
using Pannier.Core.Text;

namespace Pannier.Tests.Architecture;

/// <summary>Texts and the code that says them fit each other.</summary>
public sealed partial class TextKeyTests
{
    private static readonly HashSet<string> Keys = [.. Catalog.Read([typeof(Kernel).Assembly, typeof(ModuleList).Assembly]).Keys];

    private static readonly string Code = string.Join('\n', SourceTree.Files("src", ".cs").Concat(SourceTree.Files("src", ".razor"))
        .Where(file => file.StartsWith("src/Pannier/", StringComparison.Ordinal) || file.StartsWith("src/Pannier.Core/", StringComparison.Ordinal))
        .Select(SourceTree.Read));

    private static readonly HashSet<string> Literals = [.. Literal().Matches(Code).Select(match => match.Groups[1].Value)];

    [Fact]
    public void Every_text_said_exists() =>
        Assert.Empty(Saying().Matches(Code).Select(match => match.Groups[1].Value).Where(key => !key.EndsWith('.') && !Keys.Contains(key)).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Every_text_is_said()
    {
        var families = Family().Matches(Code).Select(match => match.Groups[1].Value).Append("setting.").Append("section.").ToHashSet(StringComparer.Ordinal);

        Assert.Empty(Keys.Where(key => !Literals.Contains(key) && !families.Any(family => key.StartsWith(family, StringComparison.Ordinal))).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_setting_has_a_name_and_so_has_each_of_its_choices()
    {
        var services = new ServiceCollection();
        foreach (var module in ModuleList.All) module.Register(new ModuleBuilder(module.Name, services, []));
        var settings = services.Select(service => service.ImplementationInstance).OfType<ISetting>().Concat(ModuleList.All.Any(module => module.Name == "settings") ? [Appearance.Theme, Appearance.Density, Appearance.Zone] : []).ToList(); // the settings page names the kernel's own
        var wanted = settings.SelectMany(setting => (IEnumerable<string>)
        [
            "setting." + setting.Key,
            .. setting.Names == ChoiceNames.Words ? setting.Choices.Select(choice => $"setting.{setting.Key}.{choice}") : [],
        ]);

        Assert.True(settings.Count > 3);
        Assert.Empty(wanted.Except(Keys));
    }

    [Theory]
    [InlineData("fault.", typeof(Pannier.Mail.MailFaultKind), "forbidden")]
    [InlineData("act.done.", typeof(Pannier.Modules.Messages.Act), "")]
    [InlineData("act.failure.", typeof(Pannier.Mail.Lists.ActFailure), "server,no-such-role")]
    [InlineData("parts.kind.", typeof(Pannier.Mail.Parts.ContentKind), "")]
    [InlineData("parts.warning.", typeof(Pannier.Mail.Parts.PartWarning), "")]
    [InlineData("parts.protection.", typeof(Pannier.Mail.Parts.Protection), "")]
    [InlineData("senders.why.", typeof(Pannier.Mail.Senders.SenderProof), "")]
    [InlineData("senders.state.", typeof(Pannier.Mail.Senders.SignatureState), "")]
    [InlineData("invitations.said.", typeof(Pannier.Mail.Calendar.Participation), "")]
    [InlineData("invitations.answered.", typeof(Pannier.Mail.Calendar.Participation), "")]
    [InlineData("invitations.subject.", typeof(Pannier.Mail.Calendar.Participation), "needs-action")]
    [InlineData("invitations.text.", typeof(Pannier.Mail.Calendar.Participation), "needs-action")]
    [InlineData("invitations.repeats.", typeof(Pannier.Mail.Calendar.RepetitionUnit), "")]
    [InlineData("view.", typeof(Pannier.Mail.Lists.CombinedView), "")]
    public void A_family_of_texts_is_whole(string family, Type choices, string but)
    {
        var names = Enum.GetNames(choices).Select(name => WordStart().Replace(name, "$1-$2").ToLowerInvariant()).Except(but.Split(','));

        Assert.Empty(names.Select(name => family + name).Except(Keys));
    }

    [GeneratedRegex("\"([a-z][a-z0-9-]*(?:\\.[a-z0-9-]+)+)\"")]
    private static partial Regex Literal();

    [GeneratedRegex("(?:\\bT\\(|Said\\.Of\\(|Refusal\\.(?:NotFound|Invalid|Forbidden|Conflict)\\()\"([^\"]+)\"")]
    private static partial Regex Saying();

    [GeneratedRegex("\"([a-z][a-z0-9.-]*\\.)\" \\+")]
    private static partial Regex Family();

    [GeneratedRegex("([A-Za-z0-9])([A-Z])")]
    private static partial Regex WordStart();
}
