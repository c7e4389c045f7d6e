namespace Pannier.Mail;

/// <summary>What ordering and filtering need of a message.</summary>
/// <param name="ReceivedAt">INTERNALDATE.</param>
public readonly record struct IndexEntry(Uid Uid, DateTimeOffset ReceivedAt, Keywords Keywords);
