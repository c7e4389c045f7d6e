namespace Pannier.Mail.Net;

/// <summary>Why a certificate is not trusted; of several the first here.</summary>
public enum CertificateFlaw
{
    /// <summary>Signed by nobody whom the system or the site trusts, or by itself.</summary>
    Untrusted,

    /// <summary>For another host name.</summary>
    OtherName,

    /// <summary>Not valid today.</summary>
    Expired,
}
