namespace Pannier.Mail.Mirror;

/// <summary>A message as sync read it from the server.</summary>
/// <param name="Row">Attachment mark and preview are unknown until the later passes.</param>
/// <param name="References">Message-IDs of References (else In-Reply-To), without brackets, in the header's order; at most the first and the last 7.</param>
/// <param name="ContentId">What the provider names the content by (X-GM-MSGID, EMAILID of RFC 8474); null where it names none.</param>
/// <param name="ThreadId">The provider's thread (X-GM-THRID, THREADID of RFC 8474); null where it has none.</param>
public sealed record FetchedMessage(MessageRow Row, IReadOnlyList<string> References, string? ContentId, string? ThreadId);
