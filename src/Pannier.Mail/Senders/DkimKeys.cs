using MimeKit.Cryptography;
using Org.BouncyCastle.Crypto;
using Pannier.Mail.Discovery;

namespace Pannier.Mail.Senders;

/// <summary>Asks DNS for the keys that domains sign with (RFC 6376 §3.6.2). That tells the domain that somebody looks: only where a person wants it.</summary>
internal sealed class DkimKeys(IMailDns dns) : DkimPublicKeyLocatorBase
{
    public override AsymmetricKeyParameter LocatePublicKey(string methods, string domain, string selector, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("keys are asked for without holding a thread");

    /// <exception cref="NoDkimKey">There is none, or none that can be used.</exception>
    public override async Task<AsymmetricKeyParameter> LocatePublicKeyAsync(string methods, string domain, string selector, CancellationToken cancellationToken = default)
    {
        if (HostName.Read(domain) is not { IsAddress: false } host) throw new NoDkimKey();
        foreach (var text in await dns.TextsAsync($"{selector}._domainkey.{host}", cancellationToken))
            if (KeyIn(text) is { } key) return key;

        throw new NoDkimKey();
    }

    private AsymmetricKeyParameter? KeyIn(string text)
    {
        try
        {
            return GetPublicKey(text);
        }
        catch (Exception e) when (e is FormatException or ArgumentException or InvalidCastException or IOException or InvalidOperationException)
        {
            return null; // a record of another kind, or an emptied one: the key is withdrawn
        }
    }
}
