namespace Pannier.Core.Throttling;

/// <summary>A try that was let by, and counts as failed until it succeeds; or one that was not.</summary>
public sealed record Attempt
{
    /// <summary>How long to wait before the next one is let by; null when this one was.</summary>
    public TimeSpan? Wait { get; internal init; }

    internal IReadOnlyList<ThrottleKey> Keys { get; init; } = [];
}
