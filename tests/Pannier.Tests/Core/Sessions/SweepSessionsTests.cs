using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Pannier.Core.Sessions;
using Pannier.Tests.Support;

namespace Pannier.Tests.Core.Sessions;

public sealed class SweepSessionsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Goes_on_after_a_storage_fault_and_ends_what_is_idle()
    {
        await using var site = await KeptSite.OpenAsync();
        var ada = await site.RegisterAsync("ada");
        await site.EnterAsync(ada.User, ada.Keyring);
        using var sweep = new SweepSessions(site.Sessions, site.Clock, NullLogger<SweepSessions>.Instance);
        await sweep.StartAsync(Cancellation);
        await RunAsync(site, "ALTER TABLE session RENAME TO away");
        site.Clock.Advance(TimeSpan.FromSeconds(2));
        await Task.Delay(50, Cancellation);
        Assert.Single(site.Sessions.OnePerPerson());
        await RunAsync(site, "ALTER TABLE away RENAME TO session");

        site.Clock.Advance(TimeSpan.FromMinutes(31));
        for (var wait = 0; wait < 200 && site.Sessions.OnePerPerson().Count > 0; wait++)
        {
            await Task.Delay(25, Cancellation);
            site.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Empty(site.Sessions.OnePerPerson());
        await sweep.StopAsync(Cancellation);
    }

    [Fact]
    public void A_ticket_prints_nothing_of_itself() => Assert.Equal("•••", SessionTicket.New().ToString());

    private static Task RunAsync(KeptSite site, string sql) => site.Database.WriteAsync((connection, transaction) => connection.ExecuteAsync(sql, transaction: transaction), Cancellation);
}
