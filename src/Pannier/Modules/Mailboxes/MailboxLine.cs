using Pannier.Mail;

namespace Pannier.Modules.Mailboxes;

/// <summary>One mailbox on its account's page.</summary>
/// <param name="Leaf">The last part of its name, shown as untrusted text.</param>
public sealed record MailboxLine(Mailbox Mailbox, string Leaf, int Depth)
{
    public string Indent => new('\u2003', Depth);
}
