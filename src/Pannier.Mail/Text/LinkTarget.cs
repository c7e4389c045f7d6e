namespace Pannier.Mail.Text;

/// <summary>Where a link in a message may lead: the web or a letter, nothing else can be one.</summary>
public abstract record LinkTarget
{
    private protected LinkTarget()
    {
    }

    /// <summary>The address as written: ASCII, percent-encoded, safe inside any quoted attribute after encoding.</summary>
    public abstract string Value { get; }

    /// <summary>
    /// Reads <c>http:</c>, <c>https:</c> and <c>mailto:</c> addresses of at most 8,192 characters. Surrounding blanks and
    /// control characters, and line ends and tabs anywhere, are taken out first, as browsers do (WHATWG URL §4.4).
    /// Null when it is anything else.
    /// </summary>
    public static LinkTarget? Read(string text)
    {
        if (text.Length > 8192) return null;

        var clean = Clean(text);
        return (LinkTarget?)WebUrl.ReadClean(clean) ?? MailtoUrl.ReadClean(clean);
    }

    public sealed override string ToString() => Value;

    internal static string Clean(string text)
    {
        var start = 0;
        var end = text.Length;
        while (start < end && text[start] <= ' ') start++;
        while (end > start && text[end - 1] <= ' ') end--;

        var inner = text.AsSpan(start, end - start);
        return inner.ContainsAny('\t', '\n', '\r')
            ? inner.ToString().Replace("\t", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal)
            : inner.ToString();
    }
}
