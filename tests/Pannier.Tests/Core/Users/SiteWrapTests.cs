using Pannier.Core.Crypto;
using Pannier.Core.Outside;
using Pannier.Core.Users;
using Pannier.Tests.Support;

namespace Pannier.Tests.Core.Users;

/// <summary>Data that the site opens by its own key: for its own person alone, across rotations, and not once that was taken back.</summary>
public sealed class SiteWrapTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_site_opens_what_it_wrapped_and_a_stranger_to_its_key_does_not()
    {
        await using var site = await KeptSite.OpenAsync();
        using var key = new SiteKey(Keys.New());
        using var other = new SiteKey(Keys.New());
        var user = await BegunAsync(site, key, "ada");

        using var opened = await site.SiteWraps(key).OpenAsync(user, Cancellation);

        Assert.Equal(user, opened!.User);
        Assert.NotNull(opened.Root);
        Assert.Null(await site.SiteWraps(other).OpenAsync(user, Cancellation));
    }

    [Fact]
    public async Task A_wrap_in_anothers_place_does_not_open()
    {
        await using var site = await KeptSite.OpenAsync();
        using var key = new SiteKey(Keys.New());
        var (ada, ben) = (await BegunAsync(site, key, "ada"), await BegunAsync(site, key, "ben"));

        await site.Database.WriteAsync(
            (connection, transaction) => Dapper.SqlMapper.ExecuteAsync(connection, "UPDATE wrap SET box = (SELECT box FROM wrap WHERE person_id = @ben AND kind = 'Site') WHERE person_id = @ada AND kind = 'Site'", new { ada = ada.Value, ben = ben.Value }, transaction),
            Cancellation);

        Assert.Null(await site.SiteWraps(key).OpenAsync(ada, Cancellation));
    }

    [Fact]
    public async Task After_a_rotation_old_wraps_open_and_are_made_anew_so_that_the_old_key_can_go()
    {
        await using var site = await KeptSite.OpenAsync();
        using var folder = new TempDirectory();
        var file = folder.File("site.key");
        SiteKey.Open(file).Dispose();
        UserId user;
        using (var first = SiteKey.Open(file)) user = await BegunAsync(site, first, "ada");
        SiteKeyFile.Rotate(file);

        using (var both = SiteKey.Open(file))
        {
            using (var opened = await site.SiteWraps(both).OpenAsync(user, Cancellation)) Assert.NotNull(opened);
            Assert.Equal((user, 1u), Assert.Single(await SiteWraps.NumbersAsync(site.Database, Cancellation)));
            Assert.Equal(0, await site.SiteWraps(both).RenewAsync(Cancellation));
        }

        Assert.Equal((user, 2u), Assert.Single(await SiteWraps.NumbersAsync(site.Database, Cancellation)));
        SiteKeyFile.Forget(file, 1);
        using var left = SiteKey.Open(file);
        using var still = await site.SiteWraps(left).OpenAsync(user, Cancellation);
        Assert.NotNull(still);
    }

    [Fact]
    public async Task A_key_forgotten_too_soon_is_told_and_changes_nothing()
    {
        await using var site = await KeptSite.OpenAsync();
        using var key = new SiteKey(Keys.New());
        await BegunAsync(site, key, "ada");
        using var folder = new TempDirectory();
        var file = folder.File("site.key");
        SiteKey.Open(file).Dispose();
        SiteKeyFile.Rotate(file);
        SiteKeyFile.Forget(file, 1);
        using var another = SiteKey.Open(file);

        Assert.Equal(1, await site.SiteWraps(another).RenewAsync(Cancellation));
        Assert.Equal(1u, Assert.Single(await SiteWraps.NumbersAsync(site.Database, Cancellation)).Number);
    }

    private static async Task<UserId> BegunAsync(KeptSite site, SiteKey key, string name)
    {
        var arrivals = new OutsidePeople(site.Database, site.Kdf, new KeyWraps(site.Vault), site.Vault, site.Passwords, site.SiteWraps(key), site.Store, site.Clock);
        var begun = await arrivals.BeginAsync(SignInName.Read(name)!, SignInBackend.Proxy, Admittance.Everybody, null, null, Cancellation);
        begun!.Keyring.Dispose();
        return begun.User.Id;
    }
}
