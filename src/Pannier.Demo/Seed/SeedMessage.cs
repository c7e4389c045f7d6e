using System.Diagnostics.CodeAnalysis;

namespace Pannier.Demo.Seed;

/// <summary>One message as the demo provider stores it.</summary>
/// <param name="Account">The account's address.</param>
/// <param name="Mailbox">INBOX, Archive, Drafts, Sent, Junk, Trash or one of <see cref="DemoSeed.Mailboxes"/>.</param>
/// <param name="Flags">As IMAP spells them: \Seen, \Flagged, \Answered, \Draft, $Forwarded, $Junk.</param>
/// <param name="ReceivedAt">The INTERNALDATE; close to the Date field where there is a true one.</param>
/// <param name="Raw">RFC 5322 bytes with CRLF; some in Junk are wrong on purpose. Shared between copies: do not write to it.</param>
[SuppressMessage("Performance", "CA1819:Properties should not return arrays", Justification = "The bytes are handed on to the store as they are; a copy of 2 MB would be waste.")]
public sealed record SeedMessage(string Account, string Mailbox, IReadOnlyList<string> Flags, DateTimeOffset ReceivedAt, byte[] Raw);
