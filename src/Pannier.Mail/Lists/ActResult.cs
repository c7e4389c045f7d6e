namespace Pannier.Mail.Lists;

/// <summary>What became of one message.</summary>
/// <param name="Failure">Null when done.</param>
/// <param name="Fault">The server's side of a failure; null when it had none.</param>
/// <param name="Now">Where a moved or copied message is now; null when not moved or not known.</param>
public sealed record ActResult(MessageKey Key, ActFailure? Failure, MailFault? Fault, MessageKey? Now);
