using System.ComponentModel.DataAnnotations;

namespace Pannier.Mail.Net;

/// <summary>
/// Where providers that people sign in with may be (section <c>Egress:Identity</c>): public addresses at port 443; the rest is refused
/// unless named here.
/// </summary>
public sealed record IdentityEgressOptions : EgressPolicy
{
    /// <summary>Hosts that may be spoken to by http, tokens included. None unless set.</summary>
    public IReadOnlyList<string> AllowClearText { get; init; } = [];

    /// <summary>Whether an address may be asked at all: by https, or where the site allows less.</summary>
    public bool Allows(Uri address) =>
        address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && HostName.Read(address.Host) is { } host && AllowsClearText(host));

    internal override EgressPurpose Purpose => EgressPurpose.Identity;

    internal override IReadOnlyList<int> UsualPorts => [443];

    internal override bool AllowsClearText(HostName host) => AllowClearText.Any(entry => HostName.Read(entry) == host);

    /// <inheritdoc/>
    public override IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => [.. base.Validate(validationContext), .. CheckHosts(nameof(AllowClearText), AllowClearText)];
}
