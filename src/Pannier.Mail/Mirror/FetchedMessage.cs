using Pannier.Mail.Mirror.Threads;

namespace Pannier.Mail.Mirror;

/// <summary>A message as sync read it from the server.</summary>
/// <param name="Row">Attachment mark and preview are unknown until the later passes.</param>
public sealed record FetchedMessage(MessageRow Row, MessageLinks Links);
