namespace Pannier.Demo.Imap;

/// <summary>LIST's wildcards: "*" is anything, "%" anything within one level. Takes time of name × pattern at most.</summary>
internal static class MailboxPattern
{
    public static bool Matches(string pattern, string name)
    {
        if (pattern.StartsWith("INBOX", StringComparison.OrdinalIgnoreCase) && (pattern.Length == 5 || pattern[5] is '/' or '*' or '%'))
            pattern = "INBOX" + pattern[5..];
        // reached[i]: the pattern so far can match the first i characters of the name.
        var reached = new bool[name.Length + 1];
        reached[0] = true;
        foreach (var sign in pattern)
        {
            if (sign is '*' or '%')
            {
                for (var index = 0; index < name.Length; index++)
                    reached[index + 1] |= reached[index] && (sign == '*' || name[index] != '/');
                continue;
            }

            for (var index = name.Length; index > 0; index--)
                reached[index] = reached[index - 1] && name[index - 1] == sign;
            reached[0] = false;
        }

        return reached[name.Length];
    }
}
