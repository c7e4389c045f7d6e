namespace Pannier.Mail.Compose;

/// <summary>The person's own addresses: with a tag behind a plus sign they are still theirs.</summary>
internal sealed class OwnAddresses(IEnumerable<string> addresses)
{
    private readonly HashSet<AddrSpec> _own = [.. addresses.Select(AddrSpec.Read).OfType<AddrSpec>()];

    public bool Has(EmailAddress address) => AddrSpec.Read(address.Address) is { } spec && (_own.Contains(spec) || _own.Contains(spec.WithoutTag()));
}
