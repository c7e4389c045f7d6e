namespace Pannier.Mail;

/// <summary>The state of an account's connections.</summary>
/// <param name="Open">Connections open now.</param>
/// <param name="Ceiling">The most that may be open at once, as learnt from the server.</param>
/// <param name="LastAnswer">When the server last answered; null when it never did.</param>
/// <param name="LastFault">The last fault since the last answer; null when all is well.</param>
/// <param name="NotBefore">When the next attempt is allowed; null when now.</param>
public sealed record StoreHealth(int Open, int Ceiling, DateTimeOffset? LastAnswer, MailFault? LastFault, DateTimeOffset? NotBefore)
{
    /// <summary>What the server can do; null before it told.</summary>
    public StoreFeatures? Features { get; init; }

    /// <summary>The last faults, newest first.</summary>
    public IReadOnlyList<PastFault> PastFaults { get; init; } = [];

    /// <summary>Time spent on acts until the server had answered, listening apart.</summary>
    public TimeSpan Waited { get; init; }

    /// <summary>How many acts that were.</summary>
    public long Acts { get; init; }
}
