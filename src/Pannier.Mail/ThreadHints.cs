namespace Pannier.Mail;

/// <summary>What tells which conversation a message belongs to, beside its Message-ID.</summary>
/// <param name="References">Message-IDs of References and In-Reply-To, without brackets, in the headers' order (RFC 5322 §3.6.4); of References at most the first and the last 7.</param>
/// <param name="ThreadId">The provider's thread (X-GM-THRID, THREADID of RFC 8474); null where it has none.</param>
public sealed record ThreadHints(IReadOnlyList<string> References, string? ThreadId)
{
    private const int Kept = 7;

    public static ThreadHints None { get; } = new([], null);

    /// <param name="references">Of References, in order.</param>
    /// <param name="inReplyTo">Of In-Reply-To, which may name several or none.</param>
    public static ThreadHints Of(IReadOnlyList<string> references, string? inReplyTo, string? threadId)
    {
        var kept = references.Count <= 2 * Kept ? references : [.. references.Take(Kept), .. references.TakeLast(Kept)];
        var answered = Ids(inReplyTo).Where(id => !kept.Contains(id)).Take(1);
        return kept.Count == 0 && threadId is null && inReplyTo is null ? None : new ThreadHints([.. kept, .. answered], threadId);
    }

    /// <summary>The ids in a text: what stands in angle brackets, else the text itself where it looks like one.</summary>
    private static IEnumerable<string> Ids(string? text)
    {
        if (text is null) yield break;
        var open = text.IndexOf('<', StringComparison.Ordinal);
        if (open < 0)
        {
            if (text.Contains('@', StringComparison.Ordinal) && !text.Contains(' ', StringComparison.Ordinal)) yield return text.Trim('>');
            yield break;
        }

        for (; open >= 0; open = text.IndexOf('<', open + 1))
        {
            var close = text.IndexOf('>', open);
            if (close < 0) yield break;
            if (close > open + 1) yield return text[(open + 1)..close];
        }
    }
}
