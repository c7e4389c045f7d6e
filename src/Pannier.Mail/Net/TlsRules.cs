using System.Diagnostics.CodeAnalysis;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Pannier.Mail.Net;

/// <summary>How certificates of strangers are judged: by the system's authorities and the site's own, and without asking anybody.</summary>
internal sealed class TlsRules
{
    private static readonly Oid ServerAuthentication = new("1.3.6.1.5.5.7.3.1");
    private readonly X509Certificate2Collection _own = [];

    public TlsRules(IEnumerable<string> pemFiles)
    {
        foreach (var file in pemFiles) _own.ImportFromPemFile(file);
    }

    [SuppressMessage("Security", "CA5398:Avoid hardcoded SslProtocols values", Justification = "A floor is wanted: the system's default may allow less.")]
    public SslClientAuthenticationOptions Options(HostName host, RemoteCertificateValidationCallback judge) => new()
    {
        TargetHost = host.Value,
        EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
        CertificateRevocationCheckMode = X509RevocationMode.NoCheck,
        CertificateChainPolicy = Policy(),
        RemoteCertificateValidationCallback = judge,
    };

    public bool Judge(X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (errors == SslPolicyErrors.None) return true;
        return errors == SslPolicyErrors.RemoteCertificateChainErrors && certificate is X509Certificate2 leaf && OwnStatus(leaf, chain) == X509ChainStatusFlags.NoError;
    }

    /// <summary>With a pin just that certificate is trusted, and authorities say nothing: a pin is there because they could not.</summary>
    public bool Judge(CertificatePin? pin, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors) =>
        pin is null ? Judge(certificate, chain, errors) : certificate is not null && CertificatePin.Of(certificate) == pin;

    /// <summary>What is wrong with a certificate that was refused.</summary>
    public CertificateFlaw Flaw(X509Certificate certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        var system = chain?.ChainStatus.Aggregate(X509ChainStatusFlags.NoError, (all, one) => all | one.Status) ?? X509ChainStatusFlags.PartialChain;
        var status = certificate is X509Certificate2 leaf && _own.Count > 0 && (system & ~X509ChainStatusFlags.NotTimeValid) != 0 ? OwnStatus(leaf, chain) : system;
        if ((status & ~X509ChainStatusFlags.NotTimeValid) != 0) return CertificateFlaw.Untrusted;
        return errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch) ? CertificateFlaw.OtherName : CertificateFlaw.Expired;
    }

    /// <summary>How a certificate stands with the site's own authorities.</summary>
    private X509ChainStatusFlags OwnStatus(X509Certificate2 leaf, X509Chain? chain)
    {
        if (_own.Count == 0) return X509ChainStatusFlags.UntrustedRoot;

        using var again = new X509Chain { ChainPolicy = Policy() };
        again.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        again.ChainPolicy.CustomTrustStore.AddRange(_own);
        if (chain is not null) again.ChainPolicy.ExtraStore.AddRange(chain.ChainPolicy.ExtraStore);
        return again.Build(leaf) ? X509ChainStatusFlags.NoError : again.ChainStatus.Aggregate(X509ChainStatusFlags.NoError, (all, one) => all | one.Status);
    }

    /// <summary>A certificate names addresses to fetch from; following them would let a stranger choose where we connect.</summary>
    private static X509ChainPolicy Policy() => new()
    {
        DisableCertificateDownloads = true,
        RevocationMode = X509RevocationMode.NoCheck,
        ApplicationPolicy = { ServerAuthentication },
    };
}
