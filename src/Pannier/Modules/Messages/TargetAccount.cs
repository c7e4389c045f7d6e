namespace Pannier.Modules.Messages;

/// <summary>An account with the mailboxes messages can go to.</summary>
public sealed record TargetAccount(string Name, IReadOnlyList<TargetMailbox> Mailboxes);
