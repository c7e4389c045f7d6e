using MimeKit;
using MimeKit.Cryptography;
using Pannier.Mail.Discovery;

namespace Pannier.Mail.Senders;

/// <summary>Checks a message's DKIM signatures ourselves (RFC 6376), for a person who asks for it where their server said nothing.</summary>
public sealed class DkimCheck(IMailDns dns)
{
    /// <summary>Each costs a question to somebody's DNS.</summary>
    public const int MostSignatures = 5;

    /// <param name="message">The whole message as it stands, from its beginning.</param>
    /// <returns>One for each signature, at most <see cref="MostSignatures"/>, the newest first.</returns>
    /// <exception cref="FormatException">It cannot be read as a message.</exception>
    public async Task<IReadOnlyList<CheckedSignature>> CheckAsync(Stream message, CancellationToken cancellation)
    {
        using var parsed = await MimeMessage.LoadAsync(message, persistent: true, cancellation);
        var verifier = new DkimVerifier(new DkimKeys(dns));
        var results = new List<CheckedSignature>();
        foreach (var header in parsed.Headers.Where(header => header.Id == HeaderId.DkimSignature).Take(MostSignatures))
        {
            var tags = DkimTags.Read(header.Value);
            results.Add(new CheckedSignature(tags.Domain, await StateAsync(verifier, parsed, header, tags, cancellation)) { Headers = tags.Headers });
        }

        return results;
    }

    private static async Task<SignatureState> StateAsync(DkimVerifier verifier, MimeMessage message, Header header, DkimTags tags, CancellationToken cancellation)
    {
        try
        {
            if (!await verifier.VerifyAsync(message, header, cancellation)) return SignatureState.Broken;
            return tags.IsPartial ? SignatureState.Partial : SignatureState.Valid;
        }
        catch (NoDkimKey)
        {
            return SignatureState.NoKey;
        }
        catch (Exception e) when (e is FormatException or ArgumentException or NotSupportedException or Org.BouncyCastle.Crypto.CryptoException)
        {
            return SignatureState.Unreadable;
        }
    }
}
