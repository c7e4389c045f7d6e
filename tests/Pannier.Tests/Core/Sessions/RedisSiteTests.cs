using Microsoft.Extensions.DependencyInjection;
using Pannier.Core.Sessions;
using Pannier.Tests.Support;
using StackExchange.Redis;

namespace Pannier.Tests.Core.Sessions;

/// <summary>The whole site with its sessions in a real Redis.</summary>
public sealed class RedisSiteTests : IAsyncLifetime
{
    private readonly RedisServer _server = new();
    private TestSite _site = null!; // made before each test

    public async ValueTask InitializeAsync() => _site = await TestSite.StartAsync(null, _server.Settings);

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task People_sign_in_are_listed_end_others_and_change_passwords()
    {
        using var ann = await _site.RegisteredAsync("ann");
        using var elsewhere = await _site.SignedInAsync("ann");
        Assert.Contains("End all other sessions", (await ann.GetAsync("/settings/sessions")).Body, StringComparison.Ordinal);

        await ann.PostAsync("/settings/sessions/end-others");
        Assert.Equal(303, (await elsewhere.GetAsync("/")).Status);
        using var third = await _site.SignedInAsync("ann");
        await ann.GetAsync("/settings/password");
        Assert.Equal(303, (await ann.PostAsync("/settings/password", ("current", TestSite.Password), ("password", "quite another 7 words"), ("again", "quite another 7 words"))).Status);

        Assert.Equal(303, (await third.GetAsync("/")).Status);
        Assert.Equal(200, (await ann.GetAsync("/")).Status);
    }

    [Fact]
    public async Task A_session_removed_there_ends_here_within_a_sweep()
    {
        using var ann = await _site.RegisteredAsync("ann");
        var sessions = _site.Services.GetRequiredService<LiveSessions>();
        var session = sessions.OnePerPerson().Single();
        await using var redis = await ConnectAsync();
        foreach (var key in await KeysAsync(redis, "pannier:session:*")) await redis.GetDatabase().KeyDeleteAsync(key);

        await sessions.SweepAsync(TestContext.Current.CancellationToken);

        Assert.True(session.Ended.IsCancellationRequested);
        Assert.Equal(303, (await ann.GetAsync("/")).Status);
    }

    [Fact]
    public async Task Nothing_there_tells_who_somebody_is_or_where()
    {
        using var ann = await _site.RegisteredAsync("ann-of-canary-lane");
        ann.Always["User-Agent"] = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
        using var elsewhere = await _site.SignedInAsync("ann-of-canary-lane");
        await using var redis = await ConnectAsync();

        var all = new List<string>();
        foreach (var key in await KeysAsync(redis, "*"))
        {
            all.Add(key.ToString());
            if (await redis.GetDatabase().KeyTypeAsync(key) == RedisType.Hash) all.AddRange((await redis.GetDatabase().HashGetAllAsync(key)).SelectMany(entry => (string[])[entry.Name.ToString(), System.Text.Encoding.Latin1.GetString((byte[])entry.Value!)]));
            Assert.NotNull(await redis.GetDatabase().KeyTimeToLiveAsync(key)); // nothing stays for ever
        }

        Assert.NotEmpty(all);
        foreach (var canary in (string[])["canary-lane", "Firefox", "127.0.0", ann.Cookies["__Host-pannier"].Split('.')[0], ann.Cookies["__Host-pannier"].Split('.')[1]])
            Assert.DoesNotContain(all, one => one.Contains(canary, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task While_it_is_away_people_are_told_so_and_afterwards_all_goes_on()
    {
        using var ann = await _site.RegisteredAsync("ann");
        await _server.StopAsync();
        using var visitor = _site.Browser();
        await visitor.GetAsync("/sign-in");

        var told = await visitor.PostAsync("/sign-in", ("name", "ann"), ("password", TestSite.Password));
        Assert.Equal(503, told.Status);
        Assert.Contains("cannot use its own storage just now", told.Body, StringComparison.Ordinal);
        Assert.Equal(200, (await ann.GetAsync("/")).Status); // who is here reads on

        _server.Start();
        for (var tries = 0; tries < 50 && (await visitor.PostAsync("/sign-in", ("name", "ann"), ("password", TestSite.Password))).Status != 303; tries++) await Task.Delay(200, TestContext.Current.CancellationToken);
        Assert.Equal(200, (await visitor.GetAsync("/")).Status);
    }

    private async Task<ConnectionMultiplexer> ConnectAsync() => await ConnectionMultiplexer.ConnectAsync(new ConfigurationOptions { EndPoints = { _server.Address }, Password = RedisServer.Password });

    private static async Task<IReadOnlyList<RedisKey>> KeysAsync(ConnectionMultiplexer redis, string pattern)
    {
        var keys = new List<RedisKey>();
        await foreach (var key in redis.GetServers()[0].KeysAsync(pattern: pattern)) keys.Add(key);
        return keys;
    }
}
