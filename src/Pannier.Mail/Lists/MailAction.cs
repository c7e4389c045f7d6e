namespace Pannier.Mail.Lists;

/// <summary>What is done to messages.</summary>
public abstract record MailAction
{
    private MailAction()
    {
    }

    public sealed record Mark(Keywords Add, Keywords Remove) : MailAction;

    /// <summary>Moves; across accounts by append, verify, then remove.</summary>
    public sealed record Move(AccountId Account, MailboxId Mailbox) : MailAction;

    public sealed record Copy(AccountId Account, MailboxId Mailbox) : MailAction;

    /// <summary>Moves each message to its own account's mailbox of this role; fails with <see cref="ActFailure.NoSuchRole"/> where there is none.</summary>
    public sealed record MoveToRole(MailboxRole Role) : MailAction;

    /// <summary>Removes for good. The handler has asked first.</summary>
    public sealed record Destroy : MailAction;
}
