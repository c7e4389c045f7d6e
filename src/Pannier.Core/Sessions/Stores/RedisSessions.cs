using System.Data.Common;
using Pannier.Core.Users;
using StackExchange.Redis;

namespace Pannier.Core.Sessions.Stores;

/// <summary>Sessions in a Redis or Valkey server, one hash a session, which the server forgets by itself when its time is over.</summary>
/// <remarks>Beside them stand sets of a person's sessions and of those that come of one at an identity provider; what is in them and gone is taken out when they are read.</remarks>
internal sealed class RedisSessions(RedisLine line, TimeProvider clock) : ISessionStore
{
    private static readonly RedisValue[] Fields = ["user", "created", "used", "box", "about", "provider"];
    private static readonly TimeSpan SetLife = TimeSpan.FromDays(100); // longer than any session

    public Task ReadyAsync(CancellationToken cancellation) => line.AskAsync(redis => redis.PingAsync(), cancellation);

    public Task AddAsync(NewSession session, CancellationToken cancellation) =>
        line.AskAsync(
            async redis =>
            {
                var (whole, name) = (redis.CreateTransaction(), Convert.ToHexString(session.Hash));
                var fields = new List<HashEntry>
                {
                    new("user", session.User.Value),
                    new("created", session.CreatedAt.ToUnixTimeSeconds()),
                    new("used", session.UsedAt.ToUnixTimeSeconds()),
                    new("box", session.Box),
                };
                if (session.About is { } about) fields.Add(new("about", about));
                if (session.Provider is { } provider) fields.Add(new("provider", provider));
                _ = whole.HashSetAsync(line.Session(name), [.. fields]);
                _ = whole.KeyExpireAsync(line.Session(name), session.ExpiresAt.UtcDateTime);
                Remember(whole, line.Person(session.User), name);
                if (session.Provider is { } of) Remember(whole, line.Provider(of), name);
                return await whole.ExecuteAsync();
            },
            cancellation);

    public Task<StoredSession?> FindAsync(byte[] hash, CancellationToken cancellation) =>
        line.AskAsync(async redis => (await RowAsync(redis, Convert.ToHexString(hash)))?.Stored, cancellation);

    public Task<IReadOnlyList<ListedSession>> ListAsync(UserId user, CancellationToken cancellation) =>
        line.AskAsync<IReadOnlyList<ListedSession>>(
            async redis =>
            {
                var found = new List<SessionRow>();
                foreach (var name in await MembersAsync(redis, line.Person(user)))
                {
                    if (await RowAsync(redis, name) is { } row && row.PersonId == user.Value) found.Add(row);
                    else await redis.SetRemoveAsync(line.Person(user), name);
                }

                return [.. found.OrderByDescending(row => row.UsedAt).ThenBy(row => Convert.ToHexString(row.Hash), StringComparer.Ordinal).Select(row => row.Listed)];
            },
            cancellation);

    public Task NoteUseAsync(byte[] hash, DateTimeOffset usedAt, DateTimeOffset expiresAt, CancellationToken cancellation) =>
        line.AskAsync(
            async redis =>
            {
                var (whole, key) = (redis.CreateTransaction(), line.Session(Convert.ToHexString(hash)));
                whole.AddCondition(Condition.KeyExists(key)); // or one that was ended meanwhile would come back in part
                _ = whole.HashSetAsync(key, "used", usedAt.ToUnixTimeSeconds());
                _ = whole.KeyExpireAsync(key, expiresAt.UtcDateTime);
                return await whole.ExecuteAsync();
            },
            cancellation);

    public Task<bool> RemoveAsync(UserId user, byte[] hash, CancellationToken cancellation) =>
        line.AskAsync(
            async redis =>
            {
                var key = line.Session(Convert.ToHexString(hash));
                return await redis.HashGetAsync(key, "user") == user.Value && await redis.KeyDeleteAsync(key);
            },
            cancellation);

    public Task RemoveAsync(byte[] hash, CancellationToken cancellation) => line.AskAsync(redis => redis.KeyDeleteAsync(line.Session(Convert.ToHexString(hash))), cancellation);

    public Task RemoveAllAsync(UserId user, byte[] but, CancellationToken cancellation) =>
        line.AskAsync(
            async redis =>
            {
                var kept = Convert.ToHexString(but);
                var names = (await MembersAsync(redis, line.Person(user))).Where(name => name != kept);
                return await redis.KeyDeleteAsync([.. names.Select(line.Session)]);
            },
            cancellation);

    /// <summary>They go before the change is committed: one that fails then has only signed the person out.</summary>
    public Task RemoveAllAsync(DbConnection connection, DbTransaction transaction, UserId user, byte[] but) => RemoveAllAsync(user, but, CancellationToken.None);

    public Task RemoveOfAsync(byte[] provider, CancellationToken cancellation) =>
        line.AskAsync(
            async redis =>
            {
                var names = await MembersAsync(redis, line.Provider(provider));
                return await redis.KeyDeleteAsync([.. names.Select(line.Session), line.Provider(provider)]);
            },
            cancellation);

    public Task<IReadOnlySet<string>> StillThereAsync(IReadOnlyList<byte[]> hashes, CancellationToken cancellation) =>
        line.AskAsync<IReadOnlySet<string>>(
            async redis =>
            {
                var asked = hashes.Select(hash => (Name: Convert.ToHexString(hash), Exists: redis.KeyExistsAsync(line.Session(Convert.ToHexString(hash))))).ToList(); // sent as one
                await Task.WhenAll(asked.Select(one => one.Exists));
                return asked.Where(one => one.Exists.Result).Select(one => one.Name).ToHashSet(StringComparer.Ordinal);
            },
            cancellation);

    /// <summary>The server does that.</summary>
    public Task RemoveExpiredAsync(DateTimeOffset now, CancellationToken cancellation) => Task.CompletedTask;

    private void Remember(ITransaction whole, RedisKey set, string name)
    {
        _ = whole.SetAddAsync(set, name);
        _ = whole.KeyExpireAsync(set, (clock.GetUtcNow() + SetLife).UtcDateTime);
    }

    private static async Task<IReadOnlyList<string>> MembersAsync(IDatabase redis, RedisKey set) => [.. (await redis.SetMembersAsync(set)).Select(value => value.ToString())];

    private async Task<SessionRow?> RowAsync(IDatabase redis, string name)
    {
        var values = await redis.HashGetAsync(line.Session(name), Fields);
        return values is [{ HasValue: true } user, { HasValue: true } created, { HasValue: true } used, { HasValue: true } box, var about, var provider] && created.TryParse(out long createdAt) && used.TryParse(out long usedAt)
            ? new SessionRow { Hash = Convert.FromHexString(name), PersonId = user.ToString(), CreatedAt = createdAt, UsedAt = usedAt, Box = (byte[]?)box ?? [], About = (byte[]?)about, Provider = (byte[]?)provider }
            : null;
    }
}
