using System.Diagnostics;

namespace Pannier.Bench;

/// <summary>How long one act took, many times over.</summary>
internal sealed class Times
{
    private readonly List<double> _milliseconds = [];

    public double P50 => At(0.50);

    public double P95 => At(0.95);

    public double P99 => At(0.99);

    public int Count => _milliseconds.Count;

    /// <summary>Runs an act some times over for each client, all clients at once.</summary>
    public static async Task<Times> TakeAsync<TClient>(IReadOnlyList<TClient> clients, int rounds, Func<TClient, int, Task> actAsync)
    {
        var times = new Times();
        await Task.WhenAll(clients.Select(client => Task.Run(async () =>
        {
            for (var round = 0; round < rounds; round++)
            {
                var since = Stopwatch.GetTimestamp();
                await actAsync(client, round);
                var took = Stopwatch.GetElapsedTime(since).TotalMilliseconds;
                lock (times._milliseconds) times._milliseconds.Add(took);
            }
        })));
        return times.Sorted();
    }

    /// <summary>Runs two acts in turns, so that whatever else the machine does meets both.</summary>
    /// <param name="rest">After the first, until what it left to do is done.</param>
    public static async Task<(Times First, Times Second)> InTurnsAsync(int rounds, Func<int, Task> firstAsync, TimeSpan rest, Func<int, Task> secondAsync)
    {
        var (first, second) = (new Times(), new Times());
        for (var round = 0; round < rounds; round++)
        {
            await first.AddAsync(() => firstAsync(round));
            if (rest > TimeSpan.Zero) await Task.Delay(rest);
            await second.AddAsync(() => secondAsync(round));
        }

        return (first.Sorted(), second.Sorted());
    }

    /// <summary>Of what was timed elsewhere, in milliseconds.</summary>
    public static Times Of(IEnumerable<double> milliseconds)
    {
        var times = new Times();
        times._milliseconds.AddRange(milliseconds);
        return times.Sorted();
    }

    private async Task AddAsync(Func<Task> actAsync)
    {
        var since = Stopwatch.GetTimestamp();
        await actAsync();
        _milliseconds.Add(Stopwatch.GetElapsedTime(since).TotalMilliseconds);
    }

    private Times Sorted()
    {
        _milliseconds.Sort();
        return this;
    }

    private double At(double part) => _milliseconds[Math.Min(_milliseconds.Count - 1, (int)Math.Ceiling(part * _milliseconds.Count) - 1)];
}
