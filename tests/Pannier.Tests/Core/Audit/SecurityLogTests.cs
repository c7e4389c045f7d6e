using System.Text;
using Dapper;
using Pannier.Core.Audit;
using Pannier.Core.Sessions;
using Pannier.Tests.Support;

namespace Pannier.Tests.Core.Audit;

/// <summary>The log is written by the site and read by the person.</summary>
public sealed class SecurityLogTests
{
    private static readonly Whereabouts Here = new("Firefox", "Linux", "203.0.113.0/24");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Events_come_newest_first_page_by_page_and_nobody_else_reads_them()
    {
        await using var site = await KeptSite.OpenAsync();
        var (log, ann, session) = await OpenAsync(site, "ann");
        var (_, ben, other) = await OpenAsync(site, "ben");
        for (var i = 0; i < 5; i++)
        {
            await log.NoteAsync(ann, SecurityEventKind.AccountAdded, Here, $"account {i}", Cancellation);
            site.Clock.Advance(TimeSpan.FromMilliseconds(i % 2)); // some at the same time
        }

        await log.NoteAsync(ben, SecurityEventKind.SignedIn, Here, "", Cancellation);
        var first = await log.ReadAsync(session.Keyring, null, 2, Cancellation);
        var all = new List<SecurityEvent>(first);
        while (await log.ReadAsync(session.Keyring, all[^1].Id, 2, Cancellation) is { Count: > 0 } more) all.AddRange(more);

        Assert.Equal(2, first.Count);
        Assert.Equal(["account 0", "account 1", "account 2", "account 3", "account 4"], all.Select(one => one.About).Order(StringComparer.Ordinal));
        Assert.Equal(all.OrderByDescending(one => one.At).Select(one => one.At), all.Select(one => one.At));
        Assert.All(all, one => Assert.Equal((SecurityEventKind.AccountAdded, Here), (one.Kind, one.From)));
        Assert.Equal(SecurityEventKind.SignedIn, Assert.Single(await log.ReadAsync(other.Keyring, null, 10, Cancellation)).Kind);
    }

    [Fact]
    public async Task What_is_stored_tells_nothing_and_what_was_moved_or_made_up_shows_as_unreadable()
    {
        await using var site = await KeptSite.OpenAsync();
        var (log, ann, session) = await OpenAsync(site, "ann");
        var (_, ben, other) = await OpenAsync(site, "ben");
        await log.NoteAsync(ann, SecurityEventKind.AccountAdded, Here, "canary@example.org", Cancellation);

        var boxes = await site.Database.ReadAsync(connection => connection.QueryAsync<byte[]>("SELECT box FROM security_event"), Cancellation);
        await site.Database.WriteAsync((connection, transaction) => connection.ExecuteAsync("UPDATE security_event SET person_id = @ben", new { ben = ben.Value }, transaction), Cancellation);
        var moved = Assert.Single(await log.ReadAsync(other.Keyring, null, 10, Cancellation));

        Assert.DoesNotContain(boxes, box => Encoding.UTF8.GetString(box) is var text && (text.Contains("canary", StringComparison.Ordinal) || text.Contains("Firefox", StringComparison.Ordinal)));
        Assert.Equal((null, "", Whereabouts.Unknown), (moved.Kind, moved.About, moved.From));
        Assert.Empty(await log.ReadAsync(session.Keyring, null, 10, Cancellation));
    }

    [Fact]
    public async Task Guessing_passwords_washes_nothing_else_out_and_old_events_go()
    {
        await using var site = await KeptSite.OpenAsync();
        var (log, ann, session) = await OpenAsync(site, "ann");
        await log.NoteAsync(ann, SecurityEventKind.FactorSetUp, Here, "", Cancellation);
        for (var i = 0; i < 203; i++) await log.NoteAsync(ann, SecurityEventKind.PasswordWrong, Here, new string('x', 300), Cancellation);

        var kept = await log.ReadAsync(session.Keyring, null, 1000, Cancellation);
        site.Clock.Advance(TimeSpan.FromDays(401));
        await log.NoteAsync(ann, SecurityEventKind.SignedIn, Here, "", Cancellation);

        Assert.Equal((200, 1), (kept.Count(one => one.Kind == SecurityEventKind.PasswordWrong), kept.Count(one => one.Kind == SecurityEventKind.FactorSetUp)));
        Assert.All(kept, one => Assert.True(one.About.Length <= 200));
        Assert.Equal(SecurityEventKind.SignedIn, Assert.Single(await log.ReadAsync(session.Keyring, null, 1000, Cancellation)).Kind);
    }

    [Fact]
    public async Task Two_processes_agree_on_one_pair_of_keys()
    {
        await using var site = await KeptSite.OpenAsync();
        var ada = await site.RegisterAsync("ada");
        var session = await site.EnterAsync(ada.User, ada.Keyring);
        await using var other = await site.AgainAsync();
        var (one, two) = (new SecurityLog(site.Database, site.Vault, site.Clock), new SecurityLog(other.Database, other.Vault, other.Clock));

        await one.NoteAsync(ada.User.Id, SecurityEventKind.SignedIn, Here, "nobody can keep this yet", Cancellation);
        await Task.WhenAll(one.OpenAsync(session.Keyring, Cancellation), two.OpenAsync(session.Keyring, Cancellation));
        await one.NoteAsync(ada.User.Id, SecurityEventKind.SignedIn, Here, "", Cancellation);
        await two.NoteAsync(ada.User.Id, SecurityEventKind.SignedOut, Here, "", Cancellation);

        Assert.Equal([SecurityEventKind.SignedIn, SecurityEventKind.SignedOut], (await one.ReadAsync(session.Keyring, null, 10, Cancellation)).Select(read => read.Kind!.Value).Order());
    }

    [Fact]
    public async Task Without_keys_there_is_nothing_to_read()
    {
        await using var site = await KeptSite.OpenAsync();
        var ada = await site.RegisterAsync("ada");
        var session = await site.EnterAsync(ada.User, ada.Keyring);

        Assert.Empty(await new SecurityLog(site.Database, site.Vault, site.Clock).ReadAsync(session.Keyring, null, 10, Cancellation));
    }

    private static async Task<(SecurityLog Log, Pannier.Core.Users.UserId User, LiveSession Session)> OpenAsync(KeptSite site, string name)
    {
        var registered = await site.RegisterAsync(name);
        var session = await site.EnterAsync(registered.User, registered.Keyring);
        var log = new SecurityLog(site.Database, site.Vault, site.Clock);
        await log.OpenAsync(session.Keyring, Cancellation);
        return (log, registered.User.Id, session);
    }
}
