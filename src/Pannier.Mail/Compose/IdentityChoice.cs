namespace Pannier.Mail.Compose;

/// <summary>The identity an answer is written as, and why.</summary>
/// <param name="Elsewhere">An identity of another account that the message names; to write as it is the person's own step. Null when there is none.</param>
public sealed record IdentityChoice(IdentityCandidate Identity, IdentityReason Reason, IdentityCandidate? Elsewhere)
{
    // Trusted only to choose among the person's own: a forged one can pick no stranger's address.
    private static readonly string[] DeliveryFields = ["X-Original-To", "Delivered-To", "Envelope-To", "X-Delivered-To", "X-Envelope-To", "X-Original-Recipient"];

    /// <summary>Chooses among the identities of the account the message was received by; never another account's.</summary>
    /// <returns>Null when that account has none.</returns>
    public static IdentityChoice? For(MessageHead replied, AccountId receivedBy, IReadOnlyList<IdentityCandidate> identities)
    {
        var own = identities.Where(identity => identity.Account == receivedBy).ToList();
        if ((own.Find(identity => identity.IsDefault) ?? own.FirstOrDefault()) is not { } fallback) return null;

        var named = Named(replied, own);
        var elsewhere = named is null ? Named(replied, [.. identities.Where(identity => identity.Account != receivedBy)])?.Identity : null;
        return named ?? new(fallback, new ListHeaders(replied).IsList ? IdentityReason.MailingList : IdentityReason.AccountDefault, elsewhere);
    }

    private static IdentityChoice? Named(MessageHead head, IReadOnlyList<IdentityCandidate> among)
    {
        var envelope = head.Row.Envelope;
        var addressed = Specs(envelope.To.Concat(envelope.Cc));
        var delivered = head.Headers
            .Where(field => DeliveryFields.Contains(field.Name, StringComparer.OrdinalIgnoreCase))
            .SelectMany(field => Specs(AddressList.Read(field.Value).Addresses))
            .ToList();
        return First(Specs(envelope.From), IdentityReason.WroteIt)
            ?? First(addressed, IdentityReason.AddressedTo)
            ?? First(delivered, IdentityReason.DeliveredTo)
            ?? First([.. addressed.Concat(delivered).Select(spec => spec.WithoutTag())], IdentityReason.Tagged);

        IdentityChoice? First(List<AddrSpec> addresses, IdentityReason reason)
        {
            // Of two identities with one address, the default.
            foreach (var address in addresses)
                if (among.Where(identity => address.Equals(AddrSpec.Read(identity.Address))).OrderByDescending(identity => identity.IsDefault).FirstOrDefault() is { } found)
                    return new(found, reason, null);

            return null;
        }
    }

    private static List<AddrSpec> Specs(IEnumerable<EmailAddress> addresses) =>
        [.. addresses.Select(address => AddrSpec.Read(address.Address)).OfType<AddrSpec>()];
}
