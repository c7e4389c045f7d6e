using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Pannier.Configuration;

namespace Pannier.Tests.Docs;

public class SettingsTests
{
    [Fact]
    public void Settings_page_tells_every_option_as_the_code_has_it()
    {
        var page = SettingsPage.Write(Sections());
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1") File.WriteAllText(Repository.File("docs/SETTINGS.md"), page);

        Assert.Equal(page, Repository.Read("docs/SETTINGS.md"));
    }

    [Fact]
    public void Every_record_of_options_is_bound_to_a_section()
    {
        var bound = Sections().Select(section => section.Options).ToHashSet();
        var written = new[] { typeof(Site).Assembly, typeof(global::Pannier.Core.Kernel).Assembly, typeof(Pannier.Mail.Net.Egress).Assembly }
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.Name.EndsWith("Options", StringComparison.Ordinal) && type.GetMethod("<Clone>$") is not null && type != typeof(AllOptions));

        Assert.All(written, type => Assert.Contains(type, bound));
    }

    private static List<BoundSection> Sections()
    {
        var services = new ServiceCollection();
        AllOptions.Bind(new ConfigurationBuilder().AddInMemoryCollection([new("Site:PublicOrigins:0", "https://mail.example.org")]).Build(), services);
        return [.. services.Select(service => service.ImplementationInstance).OfType<BoundSection>()];
    }
}
