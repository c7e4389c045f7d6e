namespace Pannier.Mail;

/// <summary>A mailbox as a server lists it.</summary>
/// <param name="Role">By SPECIAL-USE (RFC 6154), else <see cref="MailboxRole.None"/>; guessing by name is <see cref="MailboxRoles"/>'s.</param>
/// <param name="Selectable">False for a mere node of the hierarchy (<c>\NoSelect</c>, <c>\NonExistent</c>).</param>
/// <param name="State">Null when not selectable, or when the server did not tell it with the list.</param>
public sealed record ServerMailbox(MailboxName Name, MailboxRole Role, bool Selectable, bool Subscribed, MailboxState? State);
