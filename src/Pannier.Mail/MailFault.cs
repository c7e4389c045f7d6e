using Pannier.Mail.Net;

namespace Pannier.Mail;

/// <summary>A server, or the way to it, failed. <see cref="Then"/> says what to do next; the caller acts on that and nothing else.</summary>
public sealed class MailFault : Exception
{
    public MailFault(MailFaultKind kind, string? serverText = null, Exception? inner = null)
        : base(kind.ToString(), inner) => (Kind, ServerText) = (kind, serverText);

    public MailFaultKind Kind { get; }

    /// <summary>The server's own words, untrusted text for a view; null when it said none or when they may not be shown.</summary>
    public string? ServerText { get; }

    /// <summary>How long the server asked us to wait; null when it did not.</summary>
    public TimeSpan? BackOff { get; init; }

    /// <summary>The certificate that was refused; null for other faults.</summary>
    public SeenCertificate? Seen { get; init; }

    public Then Then => Kind switch
    {
        MailFaultKind.Refused or MailFaultKind.NotFound or MailFaultKind.UidValidityChanged or MailFaultKind.OverQuota
            or MailFaultKind.TooLarge or MailFaultKind.Unsupported => Then.GiveUp,
        MailFaultKind.SignInRefused or MailFaultKind.OAuthRequired or MailFaultKind.ConsentLapsed => Then.SignIn,
        MailFaultKind.Certificate or MailFaultKind.TlsUnavailable or MailFaultKind.Forbidden or MailFaultKind.ClientRefused => Then.GiveUp,
        MailFaultKind.TooManyConnections or MailFaultKind.TimedOut => Then.Retry,
        _ => Then.Reconnect,
    };
}
