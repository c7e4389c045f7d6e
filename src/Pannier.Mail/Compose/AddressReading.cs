namespace Pannier.Mail.Compose;

/// <summary>What was read of a list of addresses: all that can be sent to, and all that cannot.</summary>
/// <param name="Addresses">In the order typed, each mailbox once. Each fits a <see cref="Draft"/>.</param>
public sealed record AddressReading(IReadOnlyList<EmailAddress> Addresses, IReadOnlyList<AddressMistake> Mistakes);
