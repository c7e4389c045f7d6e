namespace Pannier.Demo.Imap;

/// <summary>Which names a new mailbox may have: any characters, but no empty level, and no more than 500 characters.</summary>
internal static class MailboxNames
{
    private const int Longest = 500;

    public static bool IsAllowed(string name) =>
        name.Length is > 0 and <= Longest
        && name.Split('/').All(level => level.Length > 0);
}
