using Pannier.Core;
using Pannier.Mail;

namespace Pannier.Modules.Mailboxes;

/// <summary>Makes the full name of a mailbox from what a person typed.</summary>
internal static class MailboxNames
{
    /// <summary>The name under a parent, or why it cannot be one.</summary>
    public static Outcome<MailboxName> Make(string typed, MailboxName? parent, char? delimiter)
    {
        if (typed.Length is 0 or > 200) return Refusal.Invalid("mailboxes.name-length", "name");
        if (delimiter is { } d && typed.Contains(d, StringComparison.Ordinal)) return Refusal.Invalid(Said.Of("mailboxes.name-delimiter", "delimiter", d.ToString())) with { Field = "name" };
        if (parent is null) return new MailboxName(typed, delimiter);

        return delimiter is null ? Refusal.Invalid("mailboxes.no-hierarchy", "under") : new MailboxName(parent.Value + delimiter + typed, delimiter);
    }
}
