using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Pannier.Mail;
using Pannier.Mail.Imap;
using Pannier.Tests.Support;

namespace Pannier.Tests.Mail.Imap;

public sealed class ImapStoreTests
{
    private const string Status = """
        C: STATUS INBOX *
        S: * STATUS INBOX (MESSAGES 1 UIDNEXT 2 UIDVALIDITY 7 UNSEEN 1)
        S: $ OK

        """;

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_connection_serves_one_use_after_the_other()
    {
        await using var server = new ScriptedServer(ImapScript.SignIn + Status + Status);
        await using var store = server.Store();

        await StateAsync(store);
        await StateAsync(store);

        Assert.Equal((1, 1, 4), (server.Connections, store.Health.Open, store.Health.Ceiling));
        Assert.NotNull(store.Health.LastAnswer);
        Assert.Empty(server.Surprises);
    }

    [Fact]
    public async Task A_pooled_connection_that_died_is_replaced_unseen()
    {
        await using var server = new ScriptedServer(ImapScript.SignIn + Status + "CLOSE", ImapScript.SignIn + Status);
        await using var store = server.Store();
        await StateAsync(store);

        Assert.Equal(1, (await StateAsync(store)).Exists);

        Assert.Equal((2, 1, null), (server.Connections, store.Health.Open, store.Health.LastFault));
    }

    [Fact]
    public async Task A_connection_quiet_for_long_is_asked_whether_it_stands()
    {
        await using var server = new ScriptedServer(ImapScript.SignIn + Status + "C: NOOP\nS: $ OK\n" + Status + "C: NOOP\nCLOSE", ImapScript.SignIn + Status);
        await using var store = Timed(server);
        await StateAsync(store);

        _time.Advance(TimeSpan.FromSeconds(8));
        await StateAsync(store);
        _time.Advance(TimeSpan.FromSeconds(8));
        await StateAsync(store);

        Assert.Equal(2, server.Connections);
        Assert.Empty(server.Surprises);
    }

    [Fact]
    public async Task What_had_begun_to_change_something_is_not_run_again()
    {
        await using var server = new ScriptedServer(
            ImapScript.SignIn + ImapScript.Select + "C: UID FETCH 1 *\nS: * 1 FETCH (UID 1 FLAGS ())\nS: $ OK\nC: UID STORE 1 *\nCLOSE", ImapScript.SignIn + Status);
        await using var store = server.Store();
        await store.Use(c => c.KeywordsAsync(ImapScript.Inbox, [new Uid(1)], Cancellation));

        var fault = await store.FaultAsync(c => c.StoreAsync(ImapScript.Inbox, [new Uid(1)], Keywords.Seen, Keywords.None, Cancellation));

        Assert.Equal((MailFaultKind.Dropped, 1), (fault.Kind, server.Connections));
        Assert.Equal(MailFaultKind.Dropped, store.Health.LastFault?.Kind);
        await StateAsync(store);
        Assert.Null(store.Health.LastFault);
    }

    [Fact]
    public async Task A_cancelled_act_drops_its_line_and_the_next_gets_a_fresh_one()
    {
        await using var server = new ScriptedServer(ImapScript.SignIn + "C: STATUS *", ImapScript.SignIn + Status);
        await using var store = server.Store();
        using var cancel = new CancellationTokenSource();
        var act = store.UseAsync((c, token) => c.SelectAsync(ImapScript.InboxName, token), cancel.Token);
        await HeardAsync(server, "STATUS");
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => act);
        await StateAsync(store);

        Assert.Equal((2, 1), (server.Connections, store.Health.Open));
    }

    [Fact]
    public async Task An_act_that_takes_too_long_times_out()
    {
        await using var server = new ScriptedServer(ImapScript.SignIn + "C: STATUS *");
        await using var store = ImapStores.Open(server.Port, "anna", "pw", options: new ImapOptions { ActLimit = TimeSpan.FromMilliseconds(200) });

        Assert.Equal(MailFaultKind.TimedOut, (await store.FaultAsync(c => c.SelectAsync(ImapScript.InboxName, Cancellation))).Kind);
        Assert.Equal(MailFaultKind.TimedOut, store.Health.LastFault?.Kind);
    }

    [Fact]
    public async Task A_failing_account_answers_at_once_until_its_time_comes_or_a_person_asks()
    {
        await using var server = new ScriptedServer("CLOSE", "CLOSE", "CLOSE", ImapScript.SignIn + Status);
        await using var store = Timed(server);

        await store.FaultAsync(c => c.ListMailboxesAsync(Cancellation));
        var again = await store.FaultAsync(c => c.ListMailboxesAsync(Cancellation));
        Assert.Equal((MailFaultKind.Dropped, 1), (again.Kind, server.Connections));
        Assert.InRange(again.BackOff!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3));

        _time.Advance(TimeSpan.FromSeconds(3));
        await store.FaultAsync(c => c.ListMailboxesAsync(Cancellation));
        Assert.Equal(2, server.Connections);

        store.TryNow();
        await store.FaultAsync(c => c.ListMailboxesAsync(Cancellation));
        Assert.Equal(3, server.Connections);
        Assert.True(store.Health.NotBefore > _time.GetUtcNow() + TimeSpan.FromSeconds(5)); // it went on growing

        store.TryNow();
        await StateAsync(store);
        Assert.Equal((null, null), (store.Health.NotBefore, store.Health.LastFault));
    }

    [Fact]
    public async Task A_refused_password_rests_longer_than_a_lost_line()
    {
        await using var server = new ScriptedServer("S: * OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN] ready\nC: AUTHENTICATE *\nS: $ NO [AUTHENTICATIONFAILED] no");
        await using var store = Timed(server);

        await store.FaultAsync(c => c.ListMailboxesAsync(Cancellation));

        Assert.True(store.Health.NotBefore > _time.GetUtcNow() + TimeSpan.FromSeconds(40));
    }

    [Fact]
    public async Task Idle_connections_are_closed_after_a_while()
    {
        await using var server = new ScriptedServer(ImapScript.SignIn + Status + "C: LOGOUT\nS: * BYE bye\nS: $ OK\nCLOSE");
        await using var store = Timed(server);
        await StateAsync(store);

        for (var tick = 0; tick < 20; tick++)
        {
            _time.Advance(TimeSpan.FromSeconds(15));
            await Task.Delay(5, Cancellation);
        }

        await UntilAsync(() => store.Health.Open == 0);
        Assert.Empty(server.Surprises);
    }

    [Fact]
    public async Task A_disposed_store_lends_nothing_and_closes_what_comes_back()
    {
        await using var server = new ScriptedServer(ImapScript.SignIn + Status);
        var store = server.Store();
        var inUse = store.UseAsync(
            async (c, token) =>
            {
                await store.DisposeAsync();
                return await c.SelectAsync(ImapScript.InboxName, token);
            },
            Cancellation);

        Assert.Equal(1, (await inUse).Exists);
        await store.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => StateAsync(store));
        Assert.Equal(0, store.Health.Open);
    }

    [Fact]
    public async Task A_ceiling_met_is_learnt_and_the_refused_use_waits_its_turn()
    {
        await using var server = new ScriptedServer(
            ImapScript.SignIn + Status + Status + Status + Status, "S: * BYE [LIMIT] Too many simultaneous connections\nCLOSE");
        await using var store = server.Store();
        var first = new TaskCompletionSource();
        var holding = store.UseAsync(
            async (c, token) =>
            {
                await first.Task;
                return await c.SelectAsync(ImapScript.InboxName, token);
            },
            Cancellation);
        await UntilAsync(() => store.Health.Open == 1);

        var others = Enumerable.Range(0, 3).Select(_ => StateAsync(store)).ToList();
        await UntilAsync(() => store.Health.Ceiling == 1);
        first.SetResult();
        await Task.WhenAll([holding, .. others]);

        Assert.Equal((1, 1, null), (store.Health.Open, store.Health.Ceiling, store.Health.NotBefore));
        Assert.Empty(server.Surprises);
    }

    [Fact]
    public async Task Who_waits_gets_the_idle_connection_of_another_store_closed()
    {
        await using var dovecot = new Dovecot(null, "", "anna");
        var options = new ImapOptions { Connections = 1 };
        var governor = new ConnectionGovernor(options, TimeProvider.System, NullLogger<ConnectionGovernor>.Instance);
        await using var one = ImapStores.Open(dovecot, "anna", options: options, governor: governor);
        await using var two = ImapStores.Open(dovecot, "anna", options: options, governor: governor);

        await StateAsync(one);
        await StateAsync(two);
        await Task.WhenAll(StateAsync(one), StateAsync(one), StateAsync(two), StateAsync(one), StateAsync(two));

        Assert.Equal(1, one.Health.Open + two.Health.Open);
    }

    [Fact]
    public async Task Who_waits_too_long_is_told_there_are_too_many()
    {
        await using var server = new ScriptedServer(ImapScript.SignIn + Status + Status);
        await using var store = ImapStores.Open(
            server.Port, "anna", "pw", options: new ImapOptions { Connections = 1, WaitLimit = TimeSpan.FromMilliseconds(100) });

        var fault = await store.UseAsync(
            async (_, _) => await Assert.ThrowsAsync<MailFault>(() => StateAsync(store)), Cancellation);

        Assert.Equal(MailFaultKind.TooManyConnections, fault.Kind);
        await StateAsync(store);
        Assert.Equal(1, server.Connections);
    }

    [Fact]
    public void A_ceiling_shrinks_on_refusal_and_grows_slowly()
    {
        var lane = new Lane(HostName.Read("mail.example.org")!, 4, _time, NullLogger.Instance);
        var ceilings = new List<int>();
        async Task EnterAsync()
        {
            Assert.Null(await lane.EnterAsync(null!, Cancellation)); // nobody waits, so nobody is asked who
            ceilings.Add(lane.Ceiling);
        }

        _ = EnterAsync();
        _ = EnterAsync();
        lane.Refused();
        ceilings.Add(lane.Ceiling);
        lane.Closed();
        lane.Closed();
        for (var round = 0; round < 5; round++)
        {
            _time.Advance(TimeSpan.FromMinutes(11));
            _ = EnterAsync();
            lane.Closed();
        }

        Assert.Equal([4, 4, 1, 2, 3, 4, 4, 4], ceilings);
    }

    private static Task<MailboxState> StateAsync(IMailStore store) => store.Use(c => c.SelectAsync(ImapScript.InboxName, Cancellation));

    private static Task HeardAsync(ScriptedServer server, string word) =>
        UntilAsync(() => server.Heard.Any(line => line.Contains(word, StringComparison.Ordinal)));

    private static async Task UntilAsync(Func<bool> condition)
    {
        for (var tries = 0; tries < 500 && !condition(); tries++) await Task.Delay(10, Cancellation);
        Assert.True(condition());
    }

    private ImapStore Timed(ScriptedServer server) => ImapStores.Open(server.Port, "anna", "pw", time: _time);
}
