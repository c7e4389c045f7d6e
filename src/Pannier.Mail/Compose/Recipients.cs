namespace Pannier.Mail.Compose;

/// <summary>Makes recipients of the addresses in a stranger's headers.</summary>
internal static class Recipients
{
    /// <summary>Those that mail can be sent to, names on one line, each mailbox once and none of those taken already.</summary>
    public static IReadOnlyList<EmailAddress> From(IEnumerable<EmailAddress> addresses, params IEnumerable<EmailAddress> taken)
    {
        var seen = new HashSet<AddrSpec>(taken.Select(address => AddrSpec.Read(address.Address)).OfType<AddrSpec>());
        var usable = new List<EmailAddress>();
        foreach (var address in addresses)
            if (AddrSpec.Read(address.Address) is { } spec && seen.Add(spec))
                usable.Add(new(Name(address), address.Address));

        return usable;
    }

    private static string? Name(EmailAddress address) =>
        string.IsNullOrWhiteSpace(address.Name) || OneLine.Of(address.Name).Value is not { Length: > 0 } name ? null : name;
}
