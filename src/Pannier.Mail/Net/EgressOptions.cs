using System.ComponentModel.DataAnnotations;

namespace Pannier.Mail.Net;

/// <summary>Where mail connections may go (section <c>Egress:Mail</c>). Public addresses always may; the rest is refused unless named here.</summary>
public sealed record EgressOptions : IValidatableObject
{
    /// <summary>Hosts, each with its port, that may be reached although their address is not public: <c>mail.internal:993</c>. None unless set.</summary>
    public IReadOnlyList<string> Allow { get; init; } = [];

    /// <summary>Hosts that may be spoken to in clear text, passwords included. None unless set.</summary>
    public IReadOnlyList<string> AllowClearText { get; init; } = [];

    /// <summary>PEM files of certificate authorities trusted beside the system's. None unless set.</summary>
    public IReadOnlyList<string> TrustedCertificates { get; init; } = [];

    /// <summary>Time for look-up, connection and TLS together. 1 to 60 seconds; 10 seconds unless set.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")]
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Time for one of several addresses before the next is tried. 0.1 to 30 seconds; 4 seconds unless set.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:00:30")]
    public TimeSpan AddressTimeout { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>Silence after which a server counts as gone. 5 seconds to 5 minutes; 30 seconds unless set.</summary>
    [Range(typeof(TimeSpan), "00:00:05", "00:05:00")]
    public TimeSpan SilenceLimit { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long every failed probe of a host takes, whatever the reason, so that it maps no network. 0.1 to 60 seconds; 12 seconds unless set.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00")]
    public TimeSpan ProbeTime { get; init; } = TimeSpan.FromSeconds(12);

    /// <summary>Says which entry cannot be read, at start.</summary>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var entry in Allow)
            if (HostPort.Read(entry) is null)
                yield return new($"Egress:Mail:Allow: \"{entry}\" is not host:port, as in mail.example.org:993.", [nameof(Allow)]);

        foreach (var entry in AllowClearText)
            if (HostName.Read(entry) is null)
                yield return new($"Egress:Mail:AllowClearText: \"{entry}\" is not a host name.", [nameof(AllowClearText)]);

        foreach (var entry in TrustedCertificates)
            if (!File.Exists(entry))
                yield return new($"Egress:Mail:TrustedCertificates: there is no file \"{entry}\".", [nameof(TrustedCertificates)]);
    }
}
