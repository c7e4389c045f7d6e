namespace Pannier.Mail.Lists;

/// <summary>Some messages of one mailbox, about to be acted on.</summary>
internal sealed record Messages(OpenAccount Account, Mailbox Home, MailboxRef Mailbox, IReadOnlyList<MessageKey> Keys)
{
    public IReadOnlyList<Uid> Uids => [.. Keys.Select(key => key.Uid)];
}
