using System.Diagnostics;
using Dapper;
using Microsoft.Extensions.Options;
using Pannier.Core.Accounts.Memory;
using Pannier.Core.Sessions;
using Pannier.Core.Storage;
using Pannier.Core.Throttling;
using Pannier.Core.Users;

namespace Pannier.Core.Operating;

/// <summary>Looks how the site is, for whoever runs it. It counts; it opens nothing of anybody's.</summary>
public sealed class SiteHealth
{
    private readonly Database _database;
    private readonly People _people;
    private readonly LiveSessions _sessions;
    private readonly Throttle _throttle;
    private readonly MirrorsHere _mirrors;
    private readonly MirrorOptions _memory;

    internal SiteHealth(Database database, People people, LiveSessions sessions, Throttle throttle, MirrorsHere mirrors, IOptions<MirrorOptions> memory) =>
        (_database, _people, _sessions, _throttle, _mirrors, _memory) = (database, people, sessions, throttle, mirrors, memory.Value);

    public async Task<SiteState> LookAsync(CancellationToken cancellation)
    {
        using var process = Process.GetCurrentProcess();
        var (waiting, failures) = await _throttle.StateAsync(cancellation);
        return new SiteState
        {
            Since = process.StartTime,
            People = (await _people.AllAsync(cancellation)).Count,
            SignedIn = _sessions.OnePerPerson().Count,
            Memory = Environment.WorkingSet,
            Mirrors = _mirrors.All.Sum(one => one.Mail.Bytes),
            MirrorBudget = _memory.ToBytes(),
            Database = await _database.ReadAsync(connection => connection.ExecuteScalarAsync<long>("SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()"), cancellation),
            Free = new DriveInfo(Path.GetDirectoryName(_database.File)!).AvailableFreeSpace, // the database is in a directory
            Waiting = waiting,
            Failures = failures,
        };
    }
}
