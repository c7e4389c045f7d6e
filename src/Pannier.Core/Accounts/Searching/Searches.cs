using Pannier.Mail.Lists;
using Pannier.Mail.Mirror;

namespace Pannier.Core.Accounts.Searching;

/// <summary>The searches of a person's servers that somebody looks at; a few, each by what was asked.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class Searches(TimeProvider clock) : IAsyncDisposable
{
    private const int Most = 8;
    private static readonly TimeSpan Wanted = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(2);
    private readonly Lock _lock = new();
    private readonly List<(string Key, DateTimeOffset At, SearchRun Run)> _runs = [];

    /// <summary>The search of this name; null when there is none.</summary>
    public SearchRun? Find(string key)
    {
        lock (_lock) return _runs.Find(one => one.Key == key).Run;
    }

    /// <summary>The search of this name, begun now if there is none, or it is old.</summary>
    public SearchRun Begin(string key, Query query, PersonMirror mirror, IReadOnlyList<OpenAccount> accounts)
    {
        var ended = new List<SearchRun>();
        SearchRun run;
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            if (_runs.Find(one => one.Key == key && (now - one.At < Fresh || one.Run.Progress.IsGoingOn)).Run is { } known) return known;

            ended.AddRange(_runs.Where(one => one.Key == key || now - one.Run.AskedAt > Wanted && one.Run.Progress.IsGoingOn).Select(one => one.Run));
            _runs.RemoveAll(one => one.Key == key);
            if (_runs.Count == Most)
            {
                ended.Add(_runs[0].Run);
                _runs.RemoveAt(0);
            }

            run = new SearchRun(query, mirror, clock);
            _runs.Add((key, now, run));
        }

        foreach (var old in ended) _ = old.StopAsync(); // it tells of its own faults
        run.Start(accounts);
        return run;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (_, _, run) in _runs)
        {
            await run.StopAsync();
            run.Dispose();
        }
    }
}
