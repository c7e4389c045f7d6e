using System.Diagnostics;
using AngleSharp.Dom;

namespace Pannier.Mail.Html;

/// <summary>Keeps account of one body's budget while the parser makes its elements.</summary>
internal sealed class ParseBudget(SanitizeBudget limits, TimeProvider time)
{
    private const int Seldom = 8; // elements between two looks at the clock, which costs as much as some of them

    private long start = time.GetTimestamp();
    private long lookedAt = Stopwatch.GetTimestamp(); // by the clock on the wall
    private TimeSpan left = limits.Time;
    private int thread = Environment.CurrentManagedThreadId;
    private int looks;
    private IElement? last;
    private int elements;

    /// <exception cref="BudgetSpent">One element too many, too deep or too late.</exception>
    public void Count(IElement created)
    {
        if (++elements > limits.Elements) throw new BudgetSpent(SanitizeRefusal.TooManyElements);
        CheckTime();

        // An element is created before it has its place, so its depth is asked when the next one comes.
        if (last is not null) CheckDepth(DepthOf(last));
        last = created;
    }

    /// <summary>A fresh count of elements on the same clock.</summary>
    public ParseBudget ForSecondReading() => new(limits, time) { start = start, lookedAt = lookedAt, left = left, thread = thread };

    /// <exception cref="BudgetSpent">It is.</exception>
    public void CheckDepth(int depth)
    {
        if (depth > limits.Depth) throw new BudgetSpent(SanitizeRefusal.TooDeep);
    }

    /// <exception cref="BudgetSpent">Time is up.</exception>
    public void CheckTime()
    {
        if (++looks % Seldom != 0) return;

        // A thread's clock is read by a call of the system, the wall's is not. What was left cannot be used up before the wall clock has gone as far.
        if (time is ThreadTime && thread == Environment.CurrentManagedThreadId && Stopwatch.GetElapsedTime(lookedAt) < left) return;

        // Each thread has a clock of its own. The work goes through on one; should it ever change, the count begins anew.
        if (thread != Environment.CurrentManagedThreadId) (thread, start) = (Environment.CurrentManagedThreadId, time.GetTimestamp());
        (lookedAt, left) = (Stopwatch.GetTimestamp(), limits.Time - time.GetElapsedTime(start));
        if (left < TimeSpan.Zero) throw new BudgetSpent(SanitizeRefusal.TookTooLong);
    }

    private int DepthOf(IElement element)
    {
        var depth = 0;
        for (INode? node = element; node is not null && depth <= limits.Depth; node = node.Parent) depth++;
        return depth;
    }
}
