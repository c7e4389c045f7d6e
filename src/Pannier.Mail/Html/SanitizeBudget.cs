namespace Pannier.Mail.Html;

/// <summary>What a message body may cost. Beyond any of these it is refused and the text alternative is shown.</summary>
public sealed record SanitizeBudget
{
    /// <summary>Octets of the body in UTF-8.</summary>
    public int Bytes { get; init; } = 2 * 1024 * 1024;

    public int Elements { get; init; } = 20_000;

    /// <summary>Elements within elements. The parser's time grows with its square.</summary>
    public int Depth { get; init; } = 256;

    /// <summary>By the clock on the wall, so a busy machine's other work counts: the other limits bound what a body costs, this one stops what they do not.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(2);
}
