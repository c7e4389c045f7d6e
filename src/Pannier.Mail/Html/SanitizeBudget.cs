namespace Pannier.Mail.Html;

/// <summary>What a message body may cost. Beyond any of these, but for those of style sheets, it is refused and the text alternative is shown.</summary>
public sealed record SanitizeBudget
{
    /// <summary>Octets of the body in UTF-8.</summary>
    public int Bytes { get; init; } = 2 * 1024 * 1024;

    public int Elements { get; init; } = 20_000;

    /// <summary>Elements within elements. The parser's time grows with its square.</summary>
    public int Depth { get; init; } = 256;

    /// <summary>
    /// Of the processor, for this body's own work: what else a busy machine does turns no message into text. The other limits bound
    /// what a body costs, this one stops what they do not.
    /// </summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>By the clock on the wall, for what the parser does without making elements, and for a machine that hardly runs.</summary>
    public TimeSpan Wall => Time * 15;

    /// <summary>Characters of style sheets. A sheet beyond this, or beyond the next two, is left out whole, and the reader is told.</summary>
    public int StyleBytes { get; init; } = 256 * 1024;

    public int StyleRules { get; init; } = 4_000;

    /// <summary>Counted as they are read, kept or not.</summary>
    public int StyleSelectors { get; init; } = 8_000;
}
