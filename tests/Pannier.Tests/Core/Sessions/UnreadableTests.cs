using Dapper;
using Pannier.Core.Audit;
using Pannier.Core.Crypto;
using Pannier.Core.Devices;
using Pannier.Core.Sealing;
using Pannier.Core.Sessions;
using Pannier.Core.Settings;
using Pannier.Tests.Support;

namespace Pannier.Tests.Core.Sessions;

/// <summary>What is kept of sessions and devices and cannot be read: nobody gets further by it, and nobody is shut out who need not be.</summary>
public sealed class UnreadableTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void A_box_of_another_form_or_cut_short_is_no_session()
    {
        using var key = BoxKey.New(7);
        var data = new SessionData(SignInLevel.Full, Keys.New(), SessionSeal.New(), Fingerprint.Of(Keys.New(), new RequestTraits("origin", "agent", "language", "address")), DateTimeOffset.UnixEpoch, null, new Lasting(Wishes.Stay, null, DateTimeOffset.UnixEpoch), [key]);
        var bytes = data.ToBytes();
        var before = (byte[])bytes.Clone();

        Assert.All(Enumerable.Range(0, bytes.Length), length => Assert.Null(SessionData.Read(bytes[..length])));
        Assert.Null(SessionData.Read([(byte)(bytes[0] - 1), .. bytes[1..]]));
        var read = SessionData.Read(bytes)!;
        Assert.Equal((SignInLevel.Full, Wishes.Stay, 7u), (read.Level, read.Lasting.Wishes, Assert.Single(read.DataKeys).Id));
        Assert.Equal(before, read.ToBytes());
        Assert.All(bytes, octet => Assert.Equal(0, octet)); // what was read is wiped
    }

    [Fact]
    public async Task A_session_whose_box_is_anothers_is_over_in_another_process()
    {
        await using var site = await KeptSite.OpenAsync();
        var (_, ticket) = await BeginAsync(site, "ada");
        await BeginAsync(site, "bob");
        await RunAsync(site, "UPDATE session SET box = (SELECT other.box FROM session other WHERE other.id_hash <> session.id_hash)");
        await using var other = await site.AgainAsync();

        Assert.Null(await other.Sessions.OpenAsync(ticket, Cancellation));
    }

    [Fact]
    public async Task A_session_whose_note_is_anothers_is_listed_and_ended_all_the_same()
    {
        await using var site = await KeptSite.OpenAsync();
        var (session, _) = await BeginAsync(site, "ada");
        await BeginAsync(site, "bob");
        await RunAsync(site, "UPDATE session SET about = (SELECT other.about FROM session other WHERE other.id_hash <> session.id_hash)");

        var listed = Assert.Single(await site.Sessions.ListAsync(session, Cancellation));

        Assert.Equal(Whereabouts.Unknown, listed.From);
        foreach (var id in (string[])["", "x", listed.Id.ToLowerInvariant(), listed.Id[2..]]) Assert.False(await site.Sessions.EndOneAsync(session.User, id, Cancellation));
        Assert.True(await site.Sessions.EndOneAsync(session.User, listed.Id, Cancellation));
        Assert.True(session.Ended.IsCancellationRequested);
    }

    [Fact]
    public async Task Settings_that_cannot_be_read_leave_the_sites_idle_limit()
    {
        await using var site = await KeptSite.OpenAsync();
        var (session, ticket) = await BeginAsync(site, "ada");
        await site.Records<SettingValues>(session).PutAsync(MySettings.Id, new SettingValues(new Dictionary<string, string> { [Safety.LockAfter.Key] = "five-minutes" }), Cancellation);
        await RunAsync(site, "UPDATE record SET box = zeroblob(80)");
        await using var other = await site.AgainAsync();

        var again = await other.Sessions.OpenAsync(ticket, Cancellation);

        Assert.Equal(new SessionOptions().IdleLimit, other.Sessions.Left(again!));
    }

    [Fact]
    public async Task A_device_whose_note_is_anothers_is_listed_and_taken_out_all_the_same()
    {
        await using var site = await KeptSite.OpenAsync();
        var (session, _) = await BeginAsync(site, "ada");
        var (known, mine) = (new KnownDevices(site.Database, site.Clock), new byte[32]);
        await known.AddAsync(mine, session.User, session.Keyring.Seal(new AssociatedData(session.User.Value, "device-about", "another", 1), [1]), Cancellation);
        var devices = new MyDevices(known, new SecurityLog(site.Database, site.Vault, site.Clock), new Microsoft.AspNetCore.Http.HttpContextAccessor(), site.Clock);

        var listed = Assert.Single(await devices.ListAsync(session.Keyring, Cancellation));

        Assert.Equal((Whereabouts.Unknown, false), (listed.From, listed.IsThis));
        foreach (var id in (string[])["", "x", listed.Id[2..]]) Assert.False(await devices.ForgetAsync(session.User, id, Cancellation));
        Assert.True(await devices.ForgetAsync(session.User, listed.Id, Cancellation));
        Assert.Empty(await devices.ListAsync(session.Keyring, Cancellation));
    }

    [Fact]
    public async Task The_oldest_of_a_persons_devices_makes_room()
    {
        await using var site = await KeptSite.OpenAsync();
        var (session, _) = await BeginAsync(site, "ada");
        var known = new KnownDevices(site.Database, site.Clock);
        for (byte number = 0; number < 52; number++)
        {
            site.Clock.Advance(TimeSpan.FromSeconds(1));
            await known.AddAsync([.. Enumerable.Repeat(number, 32)], session.User, [0], Cancellation);
        }

        var kept = await known.ListAsync(session.User, Cancellation);

        Assert.Equal((50, 51, 2), (kept.Count, kept[0].Hash[0], kept[^1].Hash[0]));
        site.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True(await known.NoteUseAsync(kept[^1].Hash, session.User, Cancellation));
        Assert.False(await known.NoteUseAsync([.. Enumerable.Repeat((byte)0, 32)], session.User, Cancellation)); // it has made room
        Assert.Equal(2, (await known.ListAsync(session.User, Cancellation))[0].Hash[0]);
    }

    private static async Task<(LiveSession Session, string Ticket)> BeginAsync(KeptSite site, string name)
    {
        var person = await site.RegisterAsync(name);
        var ticket = (await site.Sessions.BeginAsync(person.User, person.Keyring, new Beginning(SignInLevel.Full), Cancellation)).Reveal();
        return ((await site.Sessions.OpenAsync(ticket, Cancellation))!, ticket);
    }

    private static Task RunAsync(KeptSite site, string sql) => site.Database.WriteAsync((connection, transaction) => connection.ExecuteAsync(sql, transaction: transaction), Cancellation);
}
