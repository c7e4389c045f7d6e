using System.Globalization;
using System.Text;

namespace Pannier.Mail;

/// <summary>Finds what mailboxes are for where the server does not say: by their names, in the languages people have them in.</summary>
public static class MailboxRoles
{
    private static readonly Dictionary<string, MailboxRole> ByName = MailboxRoleNames.All
        .SelectMany(entry => entry.Names.Select(name => (Name: Fold(name), entry.Role)))
        .DistinctBy(entry => entry.Name)
        .ToDictionary(entry => entry.Name, entry => entry.Role, StringComparer.Ordinal);

    /// <summary>The role a mailbox's last name segment suggests; <see cref="MailboxRole.None"/> when it suggests none.</summary>
    public static MailboxRole Guess(MailboxName name) => name.IsInbox ? MailboxRole.Inbox : ByName.GetValueOrDefault(Fold(name.Leaf));

    /// <summary>At most one selectable mailbox for each role: what the server says, else the best guess by name.</summary>
    /// <remarks>Guessing looks only at the top and one step below it, so that <c>Projects/2019/Archive</c> is nobody's archive. A mailbox has one role.</remarks>
    public static IReadOnlyDictionary<MailboxRole, MailboxName> Resolve(IReadOnlyList<ServerMailbox> mailboxes)
    {
        var found = new Dictionary<MailboxRole, MailboxName>();
        foreach (var box in Ordered(mailboxes.Where(box => box.Role != MailboxRole.None))) found.TryAdd(box.Role, box.Name);

        var told = mailboxes.Where(box => box.Role != MailboxRole.None).Select(box => box.Name).ToHashSet();
        foreach (var box in Ordered(mailboxes.Where(box => !told.Contains(box.Name) && Depth(box.Name) <= 1)))
            if (Guess(box.Name) is not MailboxRole.None and var role) found.TryAdd(role, box.Name);

        return found;
    }

    /// <summary>Shallow first, then as named: the same list gives the same roles.</summary>
    private static IEnumerable<ServerMailbox> Ordered(IEnumerable<ServerMailbox> mailboxes) =>
        mailboxes.Where(box => box.Selectable).OrderBy(box => Depth(box.Name)).ThenBy(box => box.Name.Value, StringComparer.Ordinal);

    private static int Depth(MailboxName name) => name.Delimiter is { } delimiter ? name.Value.Count(c => c == delimiter) : 0;

    /// <summary>Without case, marks, spaces and punctuation: <c>Éléments envoyés</c> is <c>elementsenvoyes</c>.</summary>
    private static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var rune in text.Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark && rune.Value < 0x3000) continue;
            if (Rune.IsLetterOrDigit(rune) || rune.Value >= 0x3000) folded.Append(Simple(Rune.ToLowerInvariant(rune)));
        }

        return folded.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>Letters that no normalisation takes apart.</summary>
    private static string Simple(Rune rune) => rune.Value switch
    {
        'ø' => "o",
        'ł' => "l",
        'ß' => "ss",
        'æ' => "ae",
        'ı' => "i",
        'ς' => "σ",
        _ => rune.ToString(),
    };
}
