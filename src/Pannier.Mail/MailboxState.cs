namespace Pannier.Mail;

/// <summary>What STATUS or SELECT tells of a mailbox (RFC 9051 §6.3.11).</summary>
/// <param name="HighestModSeq">Null where the server keeps none (RFC 7162).</param>
public sealed record MailboxState(uint UidValidity, uint UidNext, int Exists, int Unseen, ulong? HighestModSeq);
