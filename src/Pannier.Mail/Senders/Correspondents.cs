namespace Pannier.Mail.Senders;

/// <summary>The people somebody has to do with: whom they wrote to, who wrote to them more than once, and themselves.</summary>
public sealed class Correspondents
{
    /// <summary>From fewer messages than this a sender is not known.</summary>
    private const int Often = 3;

    private readonly HashSet<string> _own;
    private readonly Dictionary<string, string> _nameToAddress = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _received = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _written;

    /// <param name="own">The person's own addresses.</param>
    /// <param name="written">Whom they wrote to.</param>
    /// <param name="received">Senders of what they received, one for each message.</param>
    public Correspondents(IEnumerable<string> own, IEnumerable<EmailAddress> written, IEnumerable<EmailAddress> received)
    {
        _own = new(own, StringComparer.OrdinalIgnoreCase);
        var to = written.Where(one => one.Address.Length > 0).ToList();
        _written = new(to.Select(one => one.Address), StringComparer.OrdinalIgnoreCase);
        foreach (var one in received) _received[one.Address] = _received.GetValueOrDefault(one.Address) + 1;
        foreach (var one in to.Where(one => IsTelling(one.Name))) _nameToAddress.TryAdd(Seen(one.Name!), one.Address); // the Where has seen to it

        OwnDomains = _own.Select(DomainOf).OfType<HostName>().ToHashSet();
        Domains = _own.Concat(_written).Concat(_received.Where(pair => pair.Value >= Often).Select(pair => pair.Key)).Select(DomainOf).OfType<HostName>().ToHashSet();
    }

    public IReadOnlySet<HostName> OwnDomains { get; }

    /// <summary>Domains the person has to do with, their own among them.</summary>
    public IReadOnlySet<HostName> Domains { get; }

    /// <summary>Written to, their own, or the sender of more than this one message.</summary>
    public bool IsKnown(string address) => _own.Contains(address) || _written.Contains(address) || _received.GetValueOrDefault(address) > 1;

    /// <summary>The address of the one person written to who goes by this name; null for none.</summary>
    public string? AddressOf(string name) => IsTelling(name) ? _nameToAddress.GetValueOrDefault(Seen(name)) : null;

    internal static HostName? DomainOf(string address) => address.LastIndexOf('@') is >= 0 and var at ? HostName.Read(address[(at + 1)..]) : null;

    private static string Seen(string name) => Skeleton.Of(string.Join(' ', name.Split(null as char[], StringSplitOptions.RemoveEmptyEntries)));

    // A first name alone is many people's.
    private static bool IsTelling(string? name) => name is not null && name.Trim().Contains(' ', StringComparison.Ordinal) && !name.Contains('@', StringComparison.Ordinal);
}
