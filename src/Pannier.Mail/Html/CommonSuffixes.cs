namespace Pannier.Mail.Html;

/// <summary>Ends of names by which a bare word is taken for a host: two-letter ones of countries that are no file's usual end, and those that senders use most.</summary>
internal static class CommonSuffixes
{
    private static readonly HashSet<string> Long = new(StringComparer.Ordinal)
    {
        "com", "org", "net", "edu", "gov", "int", "info", "biz", "app", "dev", "shop", "store", "online", "site", "bank", "cloud", "email", "example", "test",
    };

    private static readonly HashSet<string> Files = new(StringComparer.Ordinal) { "gz", "js", "md", "pl", "ps", "py", "rs", "sh", "so", "ts", "xz" };

    public static bool Contains(HostName host)
    {
        var last = host.Value[(host.Value.LastIndexOf('.') + 1)..];
        return last.Length < host.Value.Length && (Long.Contains(last) || (last.Length == 2 && last.All(char.IsAsciiLetterLower) && !Files.Contains(last)));
    }
}
