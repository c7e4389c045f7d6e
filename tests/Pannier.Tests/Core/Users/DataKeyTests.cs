using Dapper;
using Pannier.Core.Crypto;
using Pannier.Core.Sessions;
using Pannier.Core.Users;
using Pannier.Tests.Core.Records;
using Pannier.Tests.Support;

namespace Pannier.Tests.Core.Users;

/// <summary>Data keys rotate under the root key: what is new goes under the new one, what is there stays readable.</summary>
public sealed class DataKeyTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_written_after_a_rotation_is_under_the_new_key_and_the_old_stays_readable()
    {
        await using var site = await KeptSite.OpenAsync();
        var session = await EnterAsync(site);
        var records = site.Records<Note>(session);
        await records.PutAsync("kept", new("old"), Cancellation);
        await records.PutAsync("rewritten", new("old"), Cancellation);

        await RotateAsync(site, session);
        var after = await EnterAsync(site);
        records = site.Records<Note>(after);
        await records.PutAsync("rewritten", new("new"), Cancellation);
        await records.PutAsync("fresh", new("new"), Cancellation);

        Assert.Equal([("fresh", 2u), ("kept", 1u), ("rewritten", 2u)], (await BoxesAsync(site)).Select(box => (box.Id, box.Head.KeyId)));
        Assert.Equal("old", (await records.FindAsync("kept", Cancellation))?.Value.Text);
        Assert.Equal("new", (await records.FindAsync("rewritten", Cancellation))?.Value.Text);
    }

    [Fact]
    public async Task A_session_that_is_open_gets_the_new_key_with_the_next_sign_in()
    {
        await using var site = await KeptSite.OpenAsync();
        var session = await EnterAsync(site);

        await RotateAsync(site, session);
        Assert.Equal(1u, session.Keyring.Newest);
        await EnterAsync(site);

        Assert.Equal(2u, session.Keyring.Newest);
    }

    [Fact]
    public async Task All_other_sessions_end_and_a_third_key_follows_the_second()
    {
        await using var site = await KeptSite.OpenAsync();
        var keep = await EnterAsync(site);
        var opened = Assert.IsType<SignInOutcome.Opened>(await site.SignInAsync("ada"));
        var other = await site.Sessions.BeginAsync(opened.User, opened.Keyring, new Beginning(SignInLevel.Full), Cancellation);

        await RotateAsync(site, keep);
        await site.Sessions.SweepAsync(Cancellation);
        await RotateAsync(site, keep);

        Assert.Null(await site.Sessions.OpenAsync(other.Reveal(), Cancellation));
        Assert.False(keep.Ended.IsCancellationRequested);
        var again = Assert.IsType<SignInOutcome.Opened>(await site.SignInAsync("ada"));
        using (again.Keyring) Assert.Equal(3u, again.Keyring.Newest);
    }

    [Fact]
    public async Task A_sessions_own_keyring_cannot_rotate()
    {
        await using var site = await KeptSite.OpenAsync();
        var session = await EnterAsync(site);

        await Assert.ThrowsAsync<VaultLocked>(() => site.Passwords.NewDataKeyAsync(session.Person.User, session.Keyring, session, Cancellation));

        Assert.Equal(1, await site.Database.ReadAsync(connection => connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM data_key"), Cancellation));
    }

    [Fact]
    public async Task The_recovery_key_opens_what_every_data_key_sealed()
    {
        await using var site = await KeptSite.OpenAsync();
        var registered = await site.RegisterAsync("ada");
        var place = new AssociatedData(registered.User.Id.Value, "x", "1", 1);
        var old = registered.Keyring.Seal(place, "old"u8);
        await site.Passwords.NewDataKeyAsync(registered.User, registered.Keyring, null, Cancellation);
        var fresh = registered.Keyring.Seal(place, "new"u8);

        using var recovered = await site.Passwords.OpenAsync(registered.User, registered.Recovery, Cancellation);

        Assert.Equal("old"u8.ToArray(), recovered!.Open(place, old));
        Assert.Equal("new"u8.ToArray(), recovered.Open(place, fresh));
    }

    [Fact]
    public async Task A_record_from_the_weaker_suite_is_sealed_by_the_better_when_it_is_written_and_not_before()
    {
        await using var without = await KeptSite.OpenAsync(CryptoSuite.AesCbcHmacSha512);
        await without.RegisterAsync("ada");
        var before = await EnterAsync(without);
        await without.Records<Note>(before).PutAsync("kept", new("old"), Cancellation);
        await without.Records<Note>(before).PutAsync("rewritten", new("old"), Cancellation);
        await using var site = await without.AgainAsync();

        var records = site.Records<Note>(await EnterAsync(site));
        await records.PutAsync("rewritten", new("new"), Cancellation);

        Assert.Equal([("kept", CryptoSuite.AesCbcHmacSha512), ("rewritten", CryptoSuite.XChaCha20Poly1305)], (await BoxesAsync(site)).Select(box => (box.Id, box.Head.Suite)));
        Assert.Equal("old", (await records.FindAsync("kept", Cancellation))?.Value.Text);
    }

    [Fact]
    public void A_key_that_is_there_already_is_not_taken_twice_and_a_wiped_keyring_takes_none()
    {
        var user = UserId.New();
        var keyring = new Keyring(user, new Vault(), null, [BoxKey.New(1)]);
        using var same = new Keyring(user, new Vault(), null, [BoxKey.New(1), BoxKey.New(2)]);
        var place = new AssociatedData(user.Value, "x", "1", 1);
        var sealedBefore = keyring.Seal(place, "x"u8);

        keyring.Adopt(same);
        Assert.Equal("x"u8.ToArray(), keyring.Open(place, sealedBefore));
        Assert.Equal("y"u8.ToArray(), keyring.Open(place, same.Seal(place, "y"u8)));
        keyring.Dispose();
        using var late = BoxKey.New(3);
        keyring.Add(late);

        Assert.Equal(2u, keyring.Newest);
        Assert.Throws<ObjectDisposedException>(() => late.Sign("x"u8));
    }

    private static async Task<IReadOnlyList<(string Id, Box Head)>> BoxesAsync(KeptSite site) =>
        [.. (await site.Database.ReadAsync(connection => connection.QueryAsync<(string Id, byte[] Box)>("SELECT id, box FROM record ORDER BY id"), Cancellation)).Select(row => (row.Id, Box.Read(row.Box)))];

    /// <summary>Registers at first, then signs in.</summary>
    private static async Task<LiveSession> EnterAsync(KeptSite site)
    {
        if (await site.People.AreNoneAsync(Cancellation)) await site.RegisterAsync("ada");
        var opened = Assert.IsType<SignInOutcome.Opened>(await site.SignInAsync("ada"));
        return await site.EnterAsync(opened.User, opened.Keyring);
    }

    private static async Task RotateAsync(KeptSite site, LiveSession keep)
    {
        var opened = Assert.IsType<SignInOutcome.Opened>(await site.SignInAsync("ada"));
        using (opened.Keyring) await site.Passwords.NewDataKeyAsync(opened.User, opened.Keyring, keep, Cancellation);
    }
}
