namespace Pannier.Mail.Tracking;

/// <summary>Addresses by which a service learns that a message was opened.</summary>
/// <param name="Service">As people know it.</param>
/// <param name="Host">The host, or one that the address's host ends with after a dot; empty for any.</param>
/// <param name="Path">What the path holds, in lower case; empty for any.</param>
internal sealed record TrackerPattern(string Service, string Host, string Path)
{
    /// <param name="host">Lower case.</param>
    /// <param name="path">Path and query in lower case.</param>
    public bool Matches(string host, string path) =>
        (Host.Length == 0 || host == Host || (host.EndsWith(Host, StringComparison.Ordinal) && host[^(Host.Length + 1)] == '.'))
        && (Path.Length == 0 || path.Contains(Path, StringComparison.Ordinal));
}
