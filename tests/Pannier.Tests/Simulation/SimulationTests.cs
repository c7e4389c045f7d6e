using System.Diagnostics;
using System.Globalization;

namespace Pannier.Tests.Simulation;

/// <summary>
/// Schedules of servers, lines, acts and restarts; the mirror and its intents come to what the servers hold, whatever the order.
/// A seed that fails is said: <c>make simulate SEED=n</c> runs it again, <c>COUNT=n</c> runs so many others; <c>SERVERS=imap</c> those that go through MailKit.
/// </summary>
public sealed class SimulationTests
{
    public static TheoryData<int> Tenths => [.. Enumerable.Range(0, 10)];

    [Theory]
    [InlineData("model", 2_000)]
    [InlineData("imap", 2_000)]
    public void The_mirror_comes_to_what_the_servers_hold(string servers, int schedules)
    {
        if (Environment.GetEnvironmentVariable("SIMULATE_SERVERS") is { Length: > 0 } asked && asked != servers) return;
        var only = Number("SIMULATE_SEED");
        Run(Enum.Parse<SimWay>(servers, ignoreCase: true), only ?? (Number("SIMULATE_COUNT") is null ? 1 : Random.Shared.Next()), only is null ? Number("SIMULATE_COUNT") ?? schedules : 1);
    }

    /// <summary>All cores for minutes: <c>make test</c> runs it by itself, so that nothing else waits for it, and without counting lines, which doubles it.</summary>
    [Theory]
    [MemberData(nameof(Tenths))]
    [Trait("runs", "alone")]
    public void In_a_hundred_thousand_schedules_too(int tenth) => Run(SimWay.Model, 1 + tenth * 10_000, 10_000);

    [Theory]
    [InlineData("model", 300)]
    [InlineData("imap", 100)]
    public void A_seed_runs_the_same_each_time(string servers, int seeds)
    {
        var way = Enum.Parse<SimWay>(servers, ignoreCase: true);
        for (var seed = 1; seed <= seeds; seed++)
        {
            var (first, second) = (Trace(seed, way), Trace(seed, way));

            Assert.True(first == second, $"SIMULATION SEED {seed} runs otherwise each time");
        }
    }

    private static void Run(SimWay way, int first, int count)
    {
        var failed = new System.Collections.Concurrent.ConcurrentQueue<string>();
        var since = Stopwatch.StartNew();
        Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, (i, loop) =>
        {
            var seed = unchecked(first + i);
            try
            {
                using var simulation = new Simulation(seed, way);
                simulation.Run();
            }
            catch (InvalidOperationException broken)
            {
                failed.Enqueue($"SIMULATION SEED {seed} ({way}): {broken.Message}");
                if (failed.Count >= 10) loop.Stop();
            }
        });

        TestContext.Current.SendDiagnosticMessage("{0} schedules in {1:F1} s from seed {2}", count, since.Elapsed.TotalSeconds, first);
        Assert.True(failed.IsEmpty, string.Join('\n', failed));
    }

    private static ulong Trace(int seed, SimWay way)
    {
        using var simulation = new Simulation(seed, way);
        simulation.Run();
        return simulation.Trace;
    }

    private static int? Number(string name) => int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
