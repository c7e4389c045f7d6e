using System.Data.Common;
using System.Net;
using System.Text;
using Dapper;
using Microsoft.Extensions.Options;
using Pannier.Core.Crypto;
using Pannier.Core.Storage;

namespace Pannier.Core.Throttling;

/// <summary>Counts failed tries in every account and from every neighbourhood, and makes the next one wait longer each time.</summary>
/// <remarks>
/// A try counts as failed from its beginning, in one transaction with the look at what went before: a thousand at once are
/// no way round it. A try that has to wait is not counted, so nobody is kept out by others' patience, only slowed. Names that
/// nobody has wait like names that somebody has.
/// </remarks>
public sealed class Throttle(Database database, SiteKey site, IOptions<ThrottleOptions> options, TimeProvider clock)
{
    private static readonly TimeSpan ForgetAccount = TimeSpan.FromHours(24);
    private static readonly TimeSpan ForgetAddress = TimeSpan.FromHours(1);
    private static readonly TimeSpan ForgetHost = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan LongestForHost = TimeSpan.FromSeconds(10); // it keeps everybody waiting
    private static readonly TimeSpan ForgetSite = TimeSpan.FromMinutes(10);
    private const string Site = "site";

    /// <summary>Begins a try.</summary>
    /// <param name="whom">Whose secret is tried: the key of a sign-in name, whether or not somebody has it.</param>
    /// <param name="from">Null when it comes over no network.</param>
    /// <param name="host">Whom the secret will be shown to; null when it stays here.</param>
    /// <param name="cancellation">Before the write.</param>
    public Task<Attempt> BeginAsync(string whom, IPAddress? from, string? host, CancellationToken cancellation) =>
        database.WriteAsync(
            async (connection, transaction) =>
            {
                var (keys, now) = (Keys(whom, from, host), clock.GetUtcNow().ToUnixTimeSeconds());
                var rows = await FindAllAsync(connection, transaction, keys, now);
                if (rows.Max(row => row.Until) is var until && until > now) return new Attempt { Wait = TimeSpan.FromSeconds(until - now) };

                foreach (var (key, row) in keys.Zip(rows)) await PutAsync(connection, transaction, key, row.Failures + 1, now, now + Delay(row.Failures + 1, key));
                await connection.ExecuteAsync("DELETE FROM throttle WHERE failed_at < @old", new { old = now - (long)ForgetAccount.TotalSeconds }, transaction);
                return new Attempt { Keys = keys };
            },
            cancellation);

    /// <summary>Notes that a try was right.</summary>
    public Task SucceededAsync(Attempt attempt) =>
        database.WriteAsync(
            async (connection, transaction) =>
            {
                foreach (var key in attempt.Keys)
                {
                    if (key.IsOwn) await connection.ExecuteAsync("DELETE FROM throttle WHERE key_hash = @hash", new { hash = Hash(key.Name) }, transaction);
                    else await connection.ExecuteAsync("UPDATE throttle SET failures = failures - 1, until = 0 WHERE key_hash = @hash AND failures > 0", new { hash = Hash(key.Name) }, transaction);
                }

                return true;
            },
            CancellationToken.None);

    /// <summary>How long the next try has to wait; null when it need not. Nothing is counted.</summary>
    public Task<TimeSpan?> WaitAsync(string whom, IPAddress? from, string? host, CancellationToken cancellation) =>
        database.ReadAsync<TimeSpan?>(
            async connection =>
            {
                var now = clock.GetUtcNow().ToUnixTimeSeconds();
                var until = (await FindAllAsync(connection, null, Keys(whom, from, host), now)).Max(row => row.Until);
                return until > now ? TimeSpan.FromSeconds(until - now) : null;
            },
            cancellation);

    /// <summary>How many tries failed of late.</summary>
    /// <param name="whom">As for <see cref="BeginAsync"/>; null for nobody yet.</param>
    public Task<Pressure> PressureAsync(string? whom, IPAddress? from, CancellationToken cancellation) =>
        database.ReadAsync(
            async connection =>
            {
                var (keys, now) = (Keys(whom ?? "", from, null), clock.GetUtcNow().ToUnixTimeSeconds());
                var found = keys.Zip(await FindAllAsync(connection, null, keys, now)).ToDictionary(pair => pair.First.Name, pair => pair.Second.Failures, StringComparer.Ordinal);
                return new Pressure(whom is null ? 0 : found[Account(whom)], from is null ? 0 : found[Address(from)], found[Site] > options.Value.FreeTriesAtSite);
            },
            cancellation);

    /// <summary>How many accounts and neighbourhoods have to wait now, and how many tries failed of late at the whole site. Whose is not known here.</summary>
    public Task<(int Waiting, long Failures)> StateAsync(CancellationToken cancellation) =>
        database.ReadAsync(
            async connection =>
            {
                var now = clock.GetUtcNow().ToUnixTimeSeconds();
                var waiting = await connection.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM throttle WHERE until > @now", new { now });
                return (waiting, (await FindAsync(connection, null, OfSite, now)).Failures);
            },
            cancellation);

    /// <summary>Forgets the failures in one account; those from addresses stay.</summary>
    /// <returns>False when there were none.</returns>
    public Task<bool> ForgetAsync(string whom, CancellationToken cancellation) =>
        database.WriteAsync(async (connection, transaction) => await connection.ExecuteAsync("DELETE FROM throttle WHERE key_hash = @hash", new { hash = Hash(Account(whom)) }, transaction) > 0, cancellation);

    private static string Account(string whom) => "account:" + whom;

    private static string Address(IPAddress from) => "address:" + AddressPrefix.Of(from);

    /// <summary>It keeps nobody waiting: whoever asks how things are is told.</summary>
    private ThrottleKey OfSite => new(Site, options.Value.FreeTriesAtSite, ForgetSite, IsOwn: false, TimeSpan.Zero);

    private IReadOnlyList<ThrottleKey> Keys(string whom, IPAddress? from, string? host) =>
    [
        new(Account(whom), options.Value.FreeTries, ForgetAccount, IsOwn: true, options.Value.LongestWait),
        .. from is null ? [] : new ThrottleKey[] { new(Address(from), options.Value.FreeTriesFromAddress, ForgetAddress, IsOwn: false, options.Value.LongestWait) },
        OfSite,
        .. host is null ? [] : new ThrottleKey[] { new("host:" + host, options.Value.FreeTriesAtHost, ForgetHost, IsOwn: false, LongestForHost) },
    ];

    /// <summary>Seconds until the next try: none at first, then 2, 4, 8 and so on.</summary>
    private static long Delay(long failures, ThrottleKey key) =>
        failures <= key.Free ? 0 : (long)Math.Min(key.Longest.TotalSeconds, Math.Pow(2, Math.Min(failures - key.Free, 30)));

    private async Task<IReadOnlyList<Row>> FindAllAsync(DbConnection connection, DbTransaction? transaction, IReadOnlyList<ThrottleKey> keys, long now)
    {
        var rows = new List<Row>();
        foreach (var key in keys) rows.Add(await FindAsync(connection, transaction, key, now));
        return rows;
    }

    private async Task<Row> FindAsync(DbConnection connection, DbTransaction? transaction, ThrottleKey key, long now) =>
        await connection.QuerySingleOrDefaultAsync<Row?>("SELECT failures AS Failures, failed_at AS FailedAt, until AS Until FROM throttle WHERE key_hash = @hash", new { hash = Hash(key.Name) }, transaction) is { } row && now - row.FailedAt <= key.ForgetAfter.TotalSeconds
            ? row
            : new Row();

    private Task PutAsync(DbConnection connection, DbTransaction transaction, ThrottleKey key, long failures, long now, long until) =>
        connection.ExecuteAsync(
            """
            INSERT INTO throttle (key_hash, failures, failed_at, until) VALUES (@hash, @failures, @now, @until)
            ON CONFLICT (key_hash) DO UPDATE SET failures = excluded.failures, failed_at = excluded.failed_at, until = excluded.until
            """,
            new { hash = Hash(key.Name), failures, now, until },
            transaction);

    private byte[] Hash(string name) => site.Sign("throttle", Encoding.UTF8.GetBytes(name));

    private sealed class Row
    {
        public long Failures { get; init; }

        public long FailedAt { get; init; }

        public long Until { get; init; }
    }
}
