using System.ComponentModel.DataAnnotations;

namespace Pannier.Mail.Net;

/// <summary>The rules of one purpose: where its connections may go, and how long they may take. Sections <c>Egress:Mail</c>, <c>Egress:Web</c>, <c>Egress:Identity</c>.</summary>
/// <remarks>Binding adds to a list that is not empty, so the ports a purpose has anyway are no option; <see cref="OtherPorts"/> come on top.</remarks>
public abstract record EgressPolicy : IValidatableObject
{
    /// <summary>Hosts, each with its port, that may be reached although their address is not public or the port not usual: <c>mail.internal:993</c>. None unless set.</summary>
    public IReadOnlyList<string> Allow { get; init; } = [];

    /// <summary>Ports that may be reached at every public address, beside those this purpose has anyway. None unless set.</summary>
    public IReadOnlyList<int> OtherPorts { get; init; } = [];

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

    internal abstract EgressPurpose Purpose { get; }

    /// <summary>The ports this purpose has at every public address.</summary>
    internal abstract IReadOnlyList<int> UsualPorts { get; }

    /// <summary>Whether clear text may be spoken to a host.</summary>
    internal abstract bool AllowsClearText(HostName host);

    /// <summary>Says which entry cannot be read, at start.</summary>
    public virtual IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var entry in Allow)
            if (HostPort.Read(entry) is null)
                yield return new($"Egress:{Purpose}:Allow: \"{entry}\" is not host:port, as in mail.example.org:993.", [nameof(Allow)]);

        foreach (var entry in OtherPorts)
            if (Port.Of(entry) is null)
                yield return new($"Egress:{Purpose}:OtherPorts: {entry} is no port.", [nameof(OtherPorts)]);

        foreach (var entry in TrustedCertificates)
            if (!File.Exists(entry))
                yield return new($"Egress:{Purpose}:TrustedCertificates: there is no file \"{entry}\".", [nameof(TrustedCertificates)]);
    }

    /// <summary>Says which host name cannot be read.</summary>
    internal IEnumerable<ValidationResult> CheckHosts(string property, IReadOnlyList<string> hosts) =>
        hosts.Where(entry => HostName.Read(entry) is null).Select(entry => new ValidationResult($"Egress:{Purpose}:{property}: \"{entry}\" is not a host name.", [property]));
}
