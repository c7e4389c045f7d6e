using System.Diagnostics;

namespace Pannier.Bench;

/// <summary>How long one act took, many times over.</summary>
internal sealed class Times
{
    private readonly List<double> _milliseconds = [];

    public double P50 => At(0.50);

    public double P95 => At(0.95);

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
        times._milliseconds.Sort();
        return times;
    }

    private double At(double part) => _milliseconds[Math.Min(_milliseconds.Count - 1, (int)Math.Ceiling(part * _milliseconds.Count) - 1)];
}
