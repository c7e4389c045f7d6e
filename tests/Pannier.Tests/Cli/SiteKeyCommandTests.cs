using Pannier.Core.Crypto;
using Pannier.Core.Outside;
using Pannier.Core.Users;
using Pannier.Tests.Support;

namespace Pannier.Tests.Cli;

public sealed class SiteKeyCommandTests : IDisposable
{
    private readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task Rotates_lists_and_forgets()
    {
        SiteKey.Open(_directory.File("site.key")).Dispose();

        var rotated = await RunAsync("rotate");
        var listed = await RunAsync("list");
        var forgotten = await RunAsync("forget", "1");
        var unknown = await RunAsync("forget", "7");

        Assert.Contains("key 2 signs from the next start on", rotated.Output, StringComparison.Ordinal);
        Assert.Contains("pannier site-key forget 1", rotated.Output, StringComparison.Ordinal);
        Assert.Equal("2\tsigns\n1\tchecks what it signed\n", listed.Output.ReplaceLineEndings("\n"));
        Assert.Equal((0, "forgot key 1"), (forgotten.Code, forgotten.Output.Trim()));
        Assert.Equal((1, true), (unknown.Code, unknown.Error.Contains("there is no key 7", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_key_that_is_not_there_or_not_ours_is_left_alone()
    {
        var missing = await RunAsync("rotate");
        await File.WriteAllTextAsync(_directory.File("own.json"), $$"""{ "Site": { "PublicOrigins": ["https://mail.example.org"] }, "Crypto": { "SiteKeyFile": "{{_directory.File("mounted")}}" } }""", TestContext.Current.CancellationToken);
        var mounted = await Shell.RunAsync("site-key", "rotate", "--config", _directory.File("own.json"), "--data", _directory.Path);

        Assert.Equal((1, true), (missing.Code, missing.Error.Contains("There is no site key", StringComparison.Ordinal)));
        Assert.Equal((1, true), (mounted.Code, mounted.Error.Contains("is yours", StringComparison.Ordinal)));
        Assert.False(File.Exists(_directory.File("site.key")));
    }

    [Fact]
    public async Task A_key_that_opens_somebodys_data_is_not_forgotten_before_that_is_under_the_new_one()
    {
        await using var kept = await KeptSite.OpenAsync();
        var file = Path.Combine(kept.Directory, "site.key");
        using (var first = SiteKey.Open(file))
        {
            var arrivals = new OutsidePeople(kept.Database, kept.Kdf, new KeyWraps(kept.Vault), kept.Vault, kept.Passwords, kept.SiteWraps(first), kept.Store, kept.Clock);
            (await arrivals.BeginAsync(SignInName.Read("ada")!, SignInBackend.Proxy, Admittance.Everybody, null, null, TestContext.Current.CancellationToken))!.Keyring.Dispose();
        }

        await RunAsync(new DirectoryInfo(kept.Directory), "rotate");
        var tooSoon = await RunAsync(new DirectoryInfo(kept.Directory), "forget", "1");
        using (var both = SiteKey.Open(file)) await kept.SiteWraps(both).RenewAsync(TestContext.Current.CancellationToken); // as a start does
        var then = await RunAsync(new DirectoryInfo(kept.Directory), "forget", "1");

        Assert.Equal((1, true), (tooSoon.Code, tooSoon.Error.Contains("still opens the data of 1 people", StringComparison.Ordinal)));
        Assert.Equal(0, then.Code);
    }

    private Task<Shell> RunAsync(params string[] arguments) => RunAsync(new DirectoryInfo(_directory.Path), arguments);

    private async Task<Shell> RunAsync(DirectoryInfo data, params string[] arguments)
    {
        await File.WriteAllTextAsync(_directory.File("pannier.json"), """{ "Site": { "PublicOrigins": ["https://mail.example.org"] } }""", TestContext.Current.CancellationToken);
        return await Shell.RunAsync(["site-key", .. arguments, "--config", _directory.File("pannier.json"), "--data", data.FullName]);
    }
}
