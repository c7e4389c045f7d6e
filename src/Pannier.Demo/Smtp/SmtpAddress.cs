namespace Pannier.Demo.Smtp;

/// <summary>The path and parameters of MAIL FROM and RCPT TO (RFC 5321 §4.1.2).</summary>
internal sealed record SmtpAddress(string Address, IReadOnlyDictionary<string, string> Parameters)
{
    private const int Longest = 320;

    /// <summary>Reads "FROM:&lt;a@b&gt; SIZE=1"; null when it is none. Only the reverse path may be empty.</summary>
    public static SmtpAddress? Read(string text, string keyword)
    {
        if (!text.StartsWith(keyword, StringComparison.OrdinalIgnoreCase))
            return null;
        text = text[keyword.Length..].TrimStart();
        var close = text.IndexOf('>', StringComparison.Ordinal);
        if (!text.StartsWith('<') || close < 0 || close > Longest)
            return null;
        var address = text[1..close];
        var isNull = address.Length == 0 && keyword.StartsWith("FROM", StringComparison.Ordinal);
        if (!isNull && (address.IndexOf('@', StringComparison.Ordinal) <= 0 || address.EndsWith('@') || address.Any(each => char.IsControl(each) || each is ' ' or '<')))
            return null;
        var parameters = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var parameter in text[(close + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = parameter.IndexOf('=', StringComparison.Ordinal);
            parameters[equals < 0 ? parameter : parameter[..equals]] = equals < 0 ? "" : parameter[(equals + 1)..];
        }

        return new(address, parameters);
    }
}
