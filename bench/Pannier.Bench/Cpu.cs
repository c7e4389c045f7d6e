using System.Diagnostics;

namespace Pannier.Bench;

/// <summary>How much of one core each of the processes took in a while.</summary>
internal sealed class Cpu
{
    private readonly IReadOnlyList<Process> _processes;
    private readonly List<TimeSpan> _before;
    private readonly long _since = Stopwatch.GetTimestamp();

    public Cpu(params IReadOnlyList<Process> processes)
    {
        _processes = processes;
        _before = Used();
    }

    /// <summary>Hundredths of one core, in the order of the processes.</summary>
    public IReadOnlyList<double> Taken()
    {
        var elapsed = Stopwatch.GetElapsedTime(_since);
        return [.. Used().Zip(_before, (after, before) => (after - before) / elapsed * 100)];
    }

    /// <summary>What all took together.</summary>
    public double Milliseconds() => Used().Zip(_before, (after, before) => (after - before).TotalMilliseconds).Sum();

    private List<TimeSpan> Used() => [.. _processes.Select(process =>
    {
        process.Refresh();
        return process.TotalProcessorTime;
    })];
}
