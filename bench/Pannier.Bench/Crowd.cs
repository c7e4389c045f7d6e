using System.Collections.Concurrent;
using System.Diagnostics;

namespace Pannier.Bench;

/// <summary>Everybody asks for a list now and then, each by their own clock and whatever others wait for: a slow answer delays nobody else's question.</summary>
internal sealed class Crowd(IReadOnlyList<Visitor> visitors)
{
    private const int WholePageOnceIn = 5;
    private readonly ConcurrentBag<double> _fragments = [];
    private readonly ConcurrentBag<double> _pages = [];
    private readonly ConcurrentBag<double> _late = [];
    private int _failed;

    public static TimeSpan Every { get; } = TimeSpan.FromSeconds(10);

    public Times Fragments => Times.Of(_fragments);

    public Times Pages => Times.Of(_pages);

    /// <summary>How much later than meant a question was sent.</summary>
    public Times Late => Times.Of(_late);

    public int Failed => _failed;

    public async Task RunAsync(TimeSpan duration)
    {
        var random = new Random(7);
        var began = Stopwatch.GetTimestamp();
        await Task.WhenAll(visitors.Select(visitor => AskOnAsync(visitor, began, random.NextDouble() * Every, random.Next(60), duration)).ToList());
    }

    private async Task AskOnAsync(Visitor visitor, long began, TimeSpan first, int turn, TimeSpan duration)
    {
        for (var due = first; due < duration; due += Every, turn++)
        {
            if (due - Stopwatch.GetElapsedTime(began) is { Ticks: > 0 } wait) await Task.Delay(wait);
            var sent = Stopwatch.GetTimestamp();
            _late.Add((Stopwatch.GetElapsedTime(began, sent) - due).TotalMilliseconds);
            try
            {
                var isPage = turn % WholePageOnceIn == 0;
                await (isPage ? visitor.ListAsync() : (turn % 3) switch
                {
                    0 => visitor.FragmentAsync(),
                    1 => visitor.UnreadAsync(),
                    _ => visitor.NextAsync(),
                });
                (isPage ? _pages : _fragments).Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
            }
            catch (Exception fault) when (fault is InvalidOperationException or HttpRequestException or TaskCanceledException)
            {
                Interlocked.Increment(ref _failed);
                await Console.Error.WriteLineAsync($"bench: {fault.Message}");
            }
        }
    }
}
