namespace Pannier.Mail;

/// <summary>What changed in a mailbox since a mod-sequence.</summary>
/// <param name="Told">Messages added or with other flags since, ascending.</param>
/// <param name="Vanished">Messages removed since, and perhaps some removed before (RFC 7162 §3.2.10); null when the server does not tell.</param>
public sealed record MailboxChanges(IReadOnlyList<FlagChange> Told, UidRanges? Vanished);
