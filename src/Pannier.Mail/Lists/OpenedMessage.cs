namespace Pannier.Mail.Lists;

/// <summary>A message opened for reading; its parts are read by <c>IMyMail</c> with the same key.</summary>
public sealed record OpenedMessage(MessageKey Key, Mailbox Mailbox, MessageHead Head);
