namespace Pannier.Mail.Net;

/// <summary>
/// Where documents that strangers name may be fetched from (section <c>Egress:Web</c>): public addresses at ports 80 and 443; the rest is
/// refused unless named here. No secret ever goes there, so http is spoken too.
/// </summary>
public sealed record WebEgressOptions : EgressPolicy
{
    internal override EgressPurpose Purpose => EgressPurpose.Web;

    internal override IReadOnlyList<int> UsualPorts => [80, 443];

    internal override bool AllowsClearText(HostName host) => true;
}
