using System.ComponentModel.DataAnnotations;

namespace Pannier.Mail.Net;

/// <summary>
/// Where mail connections may go (section <c>Egress:Mail</c>): to public addresses at the ports of IMAP, POP3, submission and
/// ManageSieve (110, 143, 465, 587, 993, 995, 2525, 4190); the rest is refused unless named here.
/// </summary>
public sealed record EgressOptions : EgressPolicy
{
    /// <summary>Hosts that may be spoken to in clear text, passwords included. None unless set.</summary>
    public IReadOnlyList<string> AllowClearText { get; init; } = [];

    internal override EgressPurpose Purpose => EgressPurpose.Mail;

    internal override IReadOnlyList<int> UsualPorts => [110, 143, 465, 587, 993, 995, 2525, 4190];

    internal override bool AllowsClearText(HostName host) => AllowClearText.Any(entry => HostName.Read(entry) == host);

    /// <inheritdoc/>
    public override IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => [.. base.Validate(validationContext), .. CheckHosts(nameof(AllowClearText), AllowClearText)];
}
