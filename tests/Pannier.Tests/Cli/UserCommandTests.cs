using System.Text.Json;
using Pannier.Core.Users;
using Pannier.Tests.Support;

namespace Pannier.Tests.Cli;

/// <summary>Which commands about people make sense depends on who checks passwords; the others say so.</summary>
public sealed class UserCommandTests : IDisposable
{
    private readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task With_a_back_end_a_name_is_let_in_and_no_link_is_made()
    {
        var site = Config(new { Backend = "Imap", ImapHost = "imap.example.org", Domain = "example.org" });

        var without = await Shell.RunAsync("user", "add", "--config", site, "--data", _directory.File("data"));
        var named = await Shell.RunAsync("user", "add", "ada", "--administrator", "--config", site, "--data", _directory.File("data"));

        Assert.Equal((1, 0), (without.Code, named.Code));
        Assert.Contains("passwords are checked by imap.example.org", without.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_one_a_name_is_refused()
    {
        var named = await Shell.RunAsync("user", "add", "ada", "--config", Config(new { Backend = "Local" }), "--data", _directory.File("data"));

        Assert.Equal(1, named.Code);
        Assert.Contains("people choose their name", named.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_that_is_kept_elsewhere_gets_no_reset_link()
    {
        var site = Config(new { Backend = "Imap", ImapHost = "imap.example.org" });
        Assert.Equal(0, (await Shell.RunAsync("user", "add", "ada", "--config", site, "--data", _directory.File("data"))).Code); // makes the database
        await ArriveAsync("ada");

        var reset = await Shell.RunAsync("user", "password", "ada", "--config", site, "--data", _directory.File("data"));

        Assert.Equal(1, reset.Code);
        Assert.Contains("ada's password is not kept here but by imap.example.org", reset.Error, StringComparison.Ordinal);
    }

    private async Task ArriveAsync(string name)
    {
        await using var kept = await KeptSite.OpenAsync();
        using var database = new Pannier.Core.Storage.Database(_directory.File("data"));
        var wraps = new KeyWraps(kept.Vault);
        var sessions = new Pannier.Core.Sessions.Stores.DatabaseSessions(database, TimeProvider.System);
        var arrivals = new Pannier.Core.Outside.OutsidePeople(database, kept.Kdf, wraps, kept.Vault, new Passwords(database, kept.Kdf, wraps, sessions, kept.Clock), new SiteWraps(database, wraps, new Pannier.Core.Crypto.SiteKey(Pannier.Core.Crypto.Keys.New())), sessions, TimeProvider.System);
        using var password = Pannier.Mail.Secret.Of(KeptSite.Password);
        Assert.NotNull(await arrivals.BeginAsync(SignInName.Read(name)!, SignInBackend.Imap, Pannier.Core.Outside.Admittance.Everybody, password, TestContext.Current.CancellationToken));
    }

    private string Config(object signIn)
    {
        var file = _directory.File("config.json");
        File.WriteAllText(file, JsonSerializer.Serialize(new { Site = new { PublicOrigins = new[] { "https://mail.example.org" } }, SignIn = signIn }));
        return file;
    }
}
