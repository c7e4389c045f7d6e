using Dapper;
using Pannier.Core.Crypto;
using Pannier.Core.Sealing;
using Pannier.Core.Sessions;
using Pannier.Core.Users;
using Pannier.Tests.Core.Records;
using Pannier.Tests.Support;

namespace Pannier.Tests.Core.Sessions;

public sealed class LiveSessionsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_cookie_opens_its_session_in_any_process()
    {
        await using var site = await KeptSite.OpenAsync();
        var (ada, ticket) = await BeginAsync(site);
        await site.Records<Note>((await site.Sessions.OpenAsync(ticket, Cancellation))!).PutAsync("1", new("kept"), Cancellation);
        await using var other = await site.AgainAsync();

        var session = await other.Sessions.OpenAsync(ticket, Cancellation);

        Assert.Equal((ada.User, SignInLevel.Full, "ada", Role.Member), (session!.Person.User, session.Level, session.Name, session.Role));
        Assert.Equal("kept", (await other.Records<Note>(session).FindAsync("1", Cancellation))?.Value.Text);
        Assert.Same(session, await other.Sessions.OpenAsync(ticket, Cancellation));
    }

    [Fact]
    public async Task The_id_without_its_key_opens_nothing_live_or_not()
    {
        await using var site = await KeptSite.OpenAsync();
        var (_, ticket) = await BeginAsync(site);
        var forged = ticket.Split('.')[0] + "." + SessionTicket.New().Reveal().Split('.')[1];
        await using var other = await site.AgainAsync();

        Assert.Null(await site.Sessions.OpenAsync(forged, Cancellation));
        Assert.Null(await other.Sessions.OpenAsync(forged, Cancellation));
        Assert.NotNull(await other.Sessions.OpenAsync(ticket, Cancellation));
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("AAAA.AAAA")]
    [InlineData("not a cookie")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.AA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Other_cookies_open_nothing(string cookie)
    {
        await using var site = await KeptSite.OpenAsync();

        Assert.Null(await site.Sessions.OpenAsync(cookie, Cancellation));
    }

    [Fact]
    public async Task Idle_sessions_end_for_good_and_used_ones_last_until_their_absolute_end()
    {
        await using var site = await KeptSite.OpenAsync();
        var (_, idle) = await BeginAsync(site);
        var begun = site.Clock.GetUtcNow();
        var used = (await site.Sessions.BeginAsync((await site.People.AllAsync(Cancellation))[0], null, new Beginning(SignInLevel.Full), Cancellation)).Reveal();

        while (site.Clock.GetUtcNow() - begun < TimeSpan.FromHours(12) - TimeSpan.FromMinutes(20))
        {
            site.Clock.Advance(TimeSpan.FromMinutes(20));
            Assert.NotNull(await site.Sessions.OpenAsync(used, Cancellation));
        }

        Assert.Null(await site.Sessions.OpenAsync(idle, Cancellation));
        site.Clock.Advance(TimeSpan.FromMinutes(21));
        Assert.Null(await site.Sessions.OpenAsync(used, Cancellation));
        Assert.Equal(0, await CountAsync(site));
    }

    [Fact]
    public async Task Who_writes_the_database_cannot_prolong_a_session_beyond_its_absolute_end()
    {
        await using var site = await KeptSite.OpenAsync();
        var (_, ticket) = await BeginAsync(site);
        site.Clock.Advance(TimeSpan.FromHours(12.5));
        await RunAsync(site, "UPDATE session SET created_at = @now, used_at = @now", site);
        await using var other = await site.AgainAsync();

        Assert.Null(await other.Sessions.OpenAsync(ticket, Cancellation));
    }

    [Fact]
    public async Task Use_survives_a_restart_and_idleness_counts_from_it()
    {
        await using var site = await KeptSite.OpenAsync();
        var (_, ticket) = await BeginAsync(site);
        site.Clock.Advance(TimeSpan.FromMinutes(25));
        await site.Sessions.OpenAsync(ticket, Cancellation);
        site.Clock.Advance(TimeSpan.FromMinutes(25));
        await using var other = await site.AgainAsync();

        Assert.NotNull(await other.Sessions.OpenAsync(ticket, Cancellation));
    }

    [Fact]
    public async Task The_last_sessions_end_wipes_the_keys_and_closes_what_was_attached()
    {
        await using var site = await KeptSite.OpenAsync();
        var (ada, first) = await BeginAsync(site);
        var one = await site.Sessions.OpenAsync(first, Cancellation);
        var two = await site.EnterAsync(ada.User, Assert.IsType<SignInOutcome.Opened>(await site.SignInAsync("ada")).Keyring);
        var attached = one!.Person.Attach(() => new Attached());
        var keyring = one.Keyring;

        Assert.Same(attached, two.Person.Attach(() => new Attached()));
        Assert.Single(site.Sessions.OnePerPerson());
        await site.Sessions.EndAsync(one, Cancellation);
        Assert.False(attached.IsClosed);
        await site.Sessions.EndAsync(two, Cancellation);

        Assert.True(attached.IsClosed);
        Assert.Throws<VaultLocked>(() => keyring.Seal(new AssociatedData(ada.User.Id.Value, "x", "1", 1), "x"u8));
        Assert.Throws<VaultLocked>(() => two.Person.Attach(() => new Attached()));
        Assert.Null(await site.Sessions.OpenAsync(first, Cancellation));
        Assert.Empty(site.Sessions.OnePerPerson());
    }

    [Fact]
    public async Task One_thing_that_fails_to_close_keeps_no_other_open_and_no_keys()
    {
        await using var site = await KeptSite.OpenAsync();
        var (_, ticket) = await BeginAsync(site);
        var session = (await site.Sessions.OpenAsync(ticket, Cancellation))!;
        var keyring = session.Keyring;
        session.Person.Attach(() => new Stubborn());
        var attached = session.Person.Attach(() => new Attached());

        await Assert.ThrowsAsync<IOException>(() => site.Sessions.EndAsync(session, Cancellation));

        Assert.True(attached.IsClosed);
        Assert.Throws<VaultLocked>(() => keyring.Seal(new AssociatedData(session.User.Value, "x", "1", 1), "x"u8));
    }

    [Fact]
    public async Task A_sweep_ends_what_is_idle_and_what_another_process_removed()
    {
        await using var site = await KeptSite.OpenAsync();
        var (ada, ticket) = await BeginAsync(site);
        var session = (await site.Sessions.OpenAsync(ticket, Cancellation))!;
        var attached = session.Person.Attach(() => new Attached());
        await using var other = await site.AgainAsync();
        await site.Sessions.SweepAsync(Cancellation);
        Assert.False(attached.IsClosed);

        await other.Sessions.EndOthersAsync(ada.User.Id, null, Cancellation);
        await site.Sessions.SweepAsync(Cancellation);

        Assert.True(attached.IsClosed);
        Assert.Null(await site.Sessions.OpenAsync(ticket, Cancellation));

        var idle = await site.EnterAsync(ada.User, null);
        site.Clock.Advance(TimeSpan.FromMinutes(32));
        await site.Sessions.SweepAsync(Cancellation);
        Assert.Equal(0, await CountAsync(site));
        Assert.Empty(idle.Person.Sessions);
    }

    [Fact]
    public async Task Others_end_and_this_one_stays()
    {
        await using var site = await KeptSite.OpenAsync();
        var (ada, ticket) = await BeginAsync(site);
        var eve = await site.RegisterAsync("eve");
        var hers = await site.EnterAsync(eve.User, eve.Keyring);
        var mine = (await site.Sessions.OpenAsync(ticket, Cancellation))!;
        site.Clock.Advance(TimeSpan.FromMinutes(2));
        await site.EnterAsync(ada.User, null);

        var list = await site.Sessions.ListAsync(mine, Cancellation);
        Assert.Equal([false, true], list.Select(session => session.IsThis));
        await site.Sessions.EndOthersAsync(ada.User.Id, mine, Cancellation);

        Assert.Equal([true], (await site.Sessions.ListAsync(mine, Cancellation)).Select(session => session.IsThis));
        Assert.Single(await site.Sessions.ListAsync(hers, Cancellation));
    }

    [Fact]
    public async Task A_locked_session_gets_no_keys_from_the_persons_open_ones()
    {
        await using var site = await KeptSite.OpenAsync();
        var (ada, ticket) = await BeginAsync(site);
        var open = await site.Sessions.OpenAsync(ticket, Cancellation);

        var locked = await site.Sessions.OpenAsync((await site.Sessions.BeginAsync(ada.User, null, new Beginning(SignInLevel.PasswordGiven), Cancellation)).Reveal(), Cancellation);

        Assert.NotNull(open!.Keyring);
        Assert.Equal(SignInLevel.PasswordGiven, locked!.Level);
        Assert.Throws<VaultLocked>(() => locked.Keyring);
    }

    [Fact]
    public async Task A_password_given_again_is_recent_for_ten_minutes_also_after_a_restart()
    {
        await using var site = await KeptSite.OpenAsync();
        var ada = await site.RegisterAsync("ada");
        var ticket = (await site.Sessions.BeginAsync(ada.User, ada.Keyring, new Beginning(SignInLevel.Full, site.Clock.GetUtcNow()), Cancellation)).Reveal();
        site.Clock.Advance(TimeSpan.FromMinutes(9));
        await using var other = await site.AgainAsync();

        Assert.Equal(SignInLevel.Recent, (await other.Sessions.OpenAsync(ticket, Cancellation))?.Level);
        site.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(SignInLevel.Full, (await other.Sessions.OpenAsync(ticket, Cancellation))?.Level);
    }

    [Theory]
    [InlineData("UPDATE session SET person_id = (SELECT id FROM person WHERE name = 'eve')")]
    [InlineData("UPDATE session SET box = substr(box, 1, 40)")]
    [InlineData("UPDATE session SET box = x'0902'")]
    [InlineData("UPDATE session SET box = x''")]
    public async Task A_session_moved_or_changed_in_the_database_opens_nothing(string sql)
    {
        await using var site = await KeptSite.OpenAsync();
        var (_, ticket) = await BeginAsync(site);
        await site.RegisterAsync("eve");
        await RunAsync(site, sql, site);
        await using var other = await site.AgainAsync();

        Assert.Null(await other.Sessions.OpenAsync(ticket, Cancellation));
    }

    [Fact]
    public async Task Many_first_requests_at_once_share_one_session()
    {
        await using var site = await KeptSite.OpenAsync();
        var (_, ticket) = await BeginAsync(site);
        await using var other = await site.AgainAsync();

        var sessions = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => other.Sessions.OpenAsync(ticket, Cancellation), Cancellation)));

        Assert.Single(sessions.Distinct());
        Assert.NotNull(sessions[0]!.Keyring);
    }

    [Fact]
    public async Task A_database_that_takes_no_writes_keeps_nobody_from_reading()
    {
        await using var site = await KeptSite.OpenAsync();
        var (_, ticket) = await BeginAsync(site);
        site.Clock.Advance(TimeSpan.FromMinutes(5));
        await site.Database.ReadAsync(connection => connection.ExecuteAsync("PRAGMA max_page_count = 1"), Cancellation);
        await RunAsync(site, "CREATE TRIGGER full BEFORE UPDATE ON session BEGIN INSERT INTO record SELECT user, 'k', 'i', 1, 1, 1, zeroblob(100000) FROM (SELECT id AS user FROM person); END", site);

        Assert.NotNull(await site.Sessions.OpenAsync(ticket, Cancellation));
    }

    [Fact]
    public async Task What_answers_are_sealed_with_and_whether_is_the_same_in_every_process()
    {
        await using var site = await KeptSite.OpenAsync();
        var (ada, sealing) = await BeginAsync(site);
        var off = (await site.Sessions.BeginAsync(ada.User, ada.Keyring, new Beginning(SignInLevel.Full) { Seal = SessionSeal.New() with { Sealing = AnswerSealing.Off } }, Cancellation)).Reveal();
        var half = (await site.Sessions.OpenAsync(sealing, Cancellation))!.Half.Public;
        await using var other = await site.AgainAsync();

        var there = await other.Sessions.OpenAsync(sealing, Cancellation);
        var unsealed = await other.Sessions.OpenAsync(off, Cancellation);

        Assert.Equal((half, AnswerSealing.On), (there!.Half.Public, there.Seal.Sealing));
        Assert.Equal(AnswerSealing.Off, unsealed!.Seal.Sealing);
        Assert.NotEqual(half, unsealed.Half.Public);
    }

    private static async Task<(Registered Ada, string Ticket)> BeginAsync(KeptSite site)
    {
        var ada = await site.RegisterAsync("ada");
        return (ada, (await site.Sessions.BeginAsync(ada.User, ada.Keyring, new Beginning(SignInLevel.Full), Cancellation)).Reveal());
    }

    private static Task<long> CountAsync(KeptSite site) => site.Database.ReadAsync(connection => connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM session"), Cancellation);

    private static Task RunAsync(KeptSite site, string sql, KeptSite at) =>
        site.Database.WriteAsync((connection, transaction) => connection.ExecuteAsync(sql, new { now = at.Clock.GetUtcNow().ToUnixTimeSeconds() }, transaction), Cancellation);

    private sealed class Attached : IAsyncDisposable
    {
        public bool IsClosed { get; private set; }

        public ValueTask DisposeAsync()
        {
            IsClosed = true;
            return ValueTask.CompletedTask;
        }
    }

    private sealed class Stubborn : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => throw new IOException("will not");
    }
}
