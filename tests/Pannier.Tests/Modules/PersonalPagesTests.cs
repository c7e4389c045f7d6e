using Microsoft.Extensions.DependencyInjection;
using Pannier.Core.Http;
using Pannier.Core.Settings;
using Pannier.Core.Text;
using Pannier.Core.Users;
using Pannier.Mail;
using Pannier.Modules.Accounts;
using Pannier.Tests.Support;

namespace Pannier.Tests.Modules;

/// <summary>The pages about oneself, through the whole site.</summary>
public sealed class PersonalPagesTests(RunningSite running) : IClassFixture<RunningSite>
{
    [Theory]
    [InlineData("/accounts", "<h1>Mail accounts</h1>")]
    [InlineData("/accounts/add", "name=\"address\"")]
    [InlineData("/identities", "<h1>Identities</h1>")]
    [InlineData("/settings", "value=\"lists.per-page=50\" selected")]
    [InlineData("/settings/password", "name=\"again\"")]
    [InlineData("/help/keys", "<kbd>g</kbd> <kbd>i</kbd>")]
    public async Task Each_is_there(string path, string part)
    {
        var reply = await running.Ann.GetAsync(path);

        Assert.Equal(200, reply.Status);
        Assert.Contains(part, reply.Body, StringComparison.Ordinal);
        Assert.Contains("popovertarget=\"sidebar\"", reply.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(running.Site.Log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_address_leads_to_its_servers_and_no_password_is_asked_for_before_they_are_named()
    {
        await using var site = await TestSite.StartAsync(services => services.AddSingleton<IFindServers>(new FindsNothing()));
        using var ann = await site.RegisteredAsync("ann");
        await ann.GetAsync("/accounts/add");

        var wrong = await ann.PostAsync("/accounts/add", ("address", "ann"));
        var servers = await ann.PostAsync("/accounts/add", ("address", "ann@example.invalid"));

        Assert.Equal((422, 200), (wrong.Status, servers.Status));
        Assert.Contains("value=\"ann\"", wrong.Body, StringComparison.Ordinal);
        Assert.Contains("name=\"imap-host\"", servers.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("type=\"password\"", servers.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_typed_comes_back_but_never_the_password()
    {
        await running.Ann.GetAsync("/accounts/add");

        var reply = await running.Ann.PostAsync(
            "/accounts/add/check",
            ("address", "ann@example.invalid"), ("found", "nothing"), ("way", "password"),
            ("imap-host", "imap.example.invalid"), ("imap-port", "993"), ("imap-security", "tls"), ("imap-user", "ann"),
            ("smtp-host", "smtp.example.invalid"), ("smtp-port", "465"), ("smtp-security", "tls"), ("smtp-user", "ann"),
            ("label", "Private <b>"), ("person", "Ann"), ("colour", "plum"), ("password", "very secret indeed"));

        Assert.Equal(422, reply.Status);
        Assert.Contains("value=\"imap.example.invalid smtp.example.invalid\"", reply.Body, StringComparison.Ordinal);
        Assert.Contains("value=\"Private &lt;b&gt;\"", reply.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("very secret indeed", reply.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_are_sent_as_a_plain_form_and_rule_the_next_page()
    {
        using var ben = await running.Site.RegisteredAsync("ben");
        await ben.GetAsync("/settings");

        var saved = await ben.PostAsync("/settings", ("setting", "appearance.theme=dark"), ("setting", "keys.single=off"), ("setting", "lists.per-page=25"));
        var next = await ben.GetAsync("/settings");

        Assert.Equal((303, "/settings"), (saved.Status, saved.Location));
        Assert.Contains("data-theme=\"dark\"", next.Body, StringComparison.Ordinal);
        Assert.Contains("data-keys-off", next.Body, StringComparison.Ordinal);
        Assert.Contains("value=\"lists.per-page=25\" selected", next.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_password_opens_the_door_and_the_old_one_does_not()
    {
        using var cat = await running.Site.RegisteredAsync("cat");
        await cat.GetAsync("/settings/password");
        var before = cat.Cookies.Values.ToList();

        var changed = await cat.PostAsync("/settings/password", ("current", TestSite.Password), ("password", "a phrase of my own"), ("again", "a phrase of my own"));

        Assert.Equal(303, changed.Status);
        Assert.Equal(200, (await cat.GetAsync("/settings")).Status);
        Assert.NotEqual(before, cat.Cookies.Values.ToList());
        using var again = await running.Site.SignedInAsync("cat", "a phrase of my own");
    }

    [Fact]
    public async Task A_new_recovery_key_is_shown_once_the_password_is_given()
    {
        using var dan = await running.Site.RegisteredAsync("dan");
        await dan.GetAsync("/settings/password");

        var wrong = await dan.PostAsync("/settings/recovery-key", ("current", "something else"));
        var key = await dan.PostAsync("/settings/recovery-key", ("current", TestSite.Password));

        Assert.Equal((422, 200), (wrong.Status, key.Status));
        Assert.Contains("signin-key", key.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_an_administrator_sees_the_people()
    {
        using var eve = await running.Site.RegisteredAsync("eve", Role.Administrator);

        var members = await running.Ann.GetAsync("/people");
        var administrators = await eve.GetAsync("/people");
        var invited = await eve.PostAsync("/people/invite", ("role", "member"));

        Assert.Equal((403, 200, 200), (members.Status, administrators.Status, invited.Status));
        Assert.DoesNotContain("href=\"/people\"", (await running.Ann.GetAsync("/settings")).Body, StringComparison.Ordinal);
        Assert.Contains("href=\"/people\"", administrators.Body, StringComparison.Ordinal);
        Assert.Contains("/register/", invited.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_preference_its_section_and_its_choices_have_a_text()
    {
        var catalog = running.Site.Services.GetRequiredService<Catalog>();
        var keys = running.Site.Services.GetServices<ISetting>().SelectMany(setting => (string[])
        [
            "setting." + setting.Key.Split('.')[0],
            "setting." + setting.Key,
            .. setting.Names == ChoiceNames.Words ? setting.Choices.Select(choice => $"setting.{setting.Key}.{choice}") : [],
        ]);

        Assert.All(keys, key => Assert.NotNull(catalog.Pattern(key, null)));
    }

    [Fact]
    public void Every_way_servers_are_found_by_has_a_text()
    {
        var catalog = running.Site.Services.GetRequiredService<Catalog>();

        Assert.All(Enum.GetValues<FoundBy>(), by => Assert.NotNull(catalog.Pattern("accounts.found." + Choice.Name(by), null)));
    }

    private sealed class FindsNothing : IFindServers
    {
        public Task<FoundServers> FindAsync(AddrSpec address, CancellationToken cancellation) => Task.FromResult(FoundServers.Nothing);
    }
}
