namespace Pannier.Mail.Lists;

/// <summary>A mailbox as the account's sealed record keeps it: our id for the server's name, and the role the person chose.</summary>
/// <param name="Chosen">Null where the person left the role to the server.</param>
public sealed record KnownMailbox(MailboxId Id, string Name, char? Delimiter, MailboxRole? Chosen);
