namespace Pannier.Core.Accounts;

/// <summary>What to wait for when servers are searched.</summary>
/// <param name="AtMost">How long; the search goes on after it.</param>
public abstract record SearchWait(TimeSpan AtMost)
{
    /// <summary>For the end.</summary>
    public sealed record ForAll(TimeSpan AtMost) : SearchWait(AtMost);

    /// <summary>For an answer after this step.</summary>
    public sealed record ForNext(int Step, TimeSpan AtMost) : SearchWait(AtMost);
}
