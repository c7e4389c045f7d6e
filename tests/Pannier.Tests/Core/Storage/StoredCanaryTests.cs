using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Pannier.Core.Accounts;
using Pannier.Tests.Support;
using StackExchange.Redis;

namespace Pannier.Tests.Core.Storage;

/// <summary>Whatever a site's options, nothing of a person's stands readable in its data directory, its store of sessions or its log.</summary>
public sealed class StoredCanaryTests
{
    private static readonly string[] Planted = ["A secret subject", "old secret", "post@example.org", "imap.example.org", "Canarydraft", "canary-recipient", "Canarysearch", TestSite.Password];

    public static TheoryData<bool, bool, bool> Options => new MatrixTheoryData<bool, bool, bool>([false, true], [false, true], [false, true]);

    [Theory]
    [MemberData(nameof(Options))]
    public async Task Nothing_planted_is_readable(bool withoutLibsodium, bool inRedis, bool sealing)
    {
        await using var redis = inRedis ? new RedisServer() : null;
        var servers = new FakeStores();
        await using var site = await TestSite.StartAsync(
            services => services.AddSingleton<IOpenStores>(servers),
            [("Crypto:WithoutLibsodium", $"{withoutLibsodium}"), ("Session:StayFor", "30.00:00:00"), ("Browser:SealCache", $"{sealing}"), .. redis?.Settings ?? []]);
        using var ann = await site.RegisteredAsync("ann");
        await new Counting(site, ann, servers).AllowAsync();
        using var stays = site.Browser();
        await stays.GetAsync("/sign-in");
        await stays.PostAsync("/sign-in", ("name", "ann"), ("password", TestSite.Password), ("own", "yes"), ("stay", "yes"));

        var list = await ann.GetAsync("/mail/inbox");
        for (var tries = 0; tries < 100 && !list.Body.Contains("A secret subject", StringComparison.Ordinal); tries++)
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
            list = await ann.GetAsync("/mail/inbox");
        }

        Assert.Contains("A secret subject", list.Body, StringComparison.Ordinal);
        await ann.GetAsync("/mail/inbox?q=Canarysearch");
        var draft = (await ann.GetAsync("/compose?to=canary-recipient@example.org&subject=Canarydraft")).Body;
        var place = System.Text.RegularExpressions.Regex.Match(draft, "action=\"(/compose/[0-9a-f]+)\"").Groups[1].Value;
        Assert.InRange((await ann.PostAsync(place + "/save", ("version", "0"), ("kind", "new"), ("to", "canary-recipient@example.org"), ("subject", "Canarydraft"), ("text", "Canarydraft"))).Status, 200, 303);
        await ann.PostAsync("/sign-out"); // what waits to be kept is kept

        foreach (var file in Directory.GetFiles(site.DataDirectory, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal))) Check(file, await ReadAsync(file));
        Check("the log", Encoding.UTF8.GetBytes(string.Join('\n', site.Log.Lines)));
        if (redis is not null) Check("the store of sessions", await ReadAsync(redis));
    }

    private static void Check(string where, byte[] bytes)
    {
        foreach (var word in Planted)
            Assert.False(bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(word)) >= 0, $"{where} holds {word}");
    }

    private static async Task<byte[]> ReadAsync(string file)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy, TestContext.Current.CancellationToken);
        return copy.ToArray();
    }

    private static async Task<byte[]> ReadAsync(RedisServer server)
    {
        await using var redis = await ConnectionMultiplexer.ConnectAsync(new ConfigurationOptions { EndPoints = { server.Address }, Password = RedisServer.Password });
        var all = new MemoryStream();
        await foreach (var key in redis.GetServers()[0].KeysAsync(pattern: "*"))
        {
            all.Write(Encoding.UTF8.GetBytes(key.ToString()));
            if (await redis.GetDatabase().KeyTypeAsync(key) != RedisType.Hash) continue;
            foreach (var entry in await redis.GetDatabase().HashGetAllAsync(key)) all.Write((byte[])entry.Value!);
        }

        return all.ToArray();
    }
}
