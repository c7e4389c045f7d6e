using System.Security.Cryptography;
using Pannier.Core.Crypto;
using Pannier.Core.Records;
using Pannier.Mail;
using Pannier.Mail.OAuth;

namespace Pannier.Core.Accounts;

/// <summary>Keeps an account's consent in its sealed record. What is written follows what was read, or is not written.</summary>
/// <remarks>For one reader at a time.</remarks>
internal sealed class GrantKeeper(IMyRecords<AccountGrant> grants, MyAccount account) : IKeepGrant
{
    private Record<AccountGrant>? _read;

    public async Task<OAuthGrant?> ReadAsync(CancellationToken cancellation)
    {
        try
        {
            _read = await grants.FindAsync(account.Id.ToString(), cancellation);
        }
        catch (VaultLocked)
        {
            throw new MailFault(MailFaultKind.SignInUnavailable); // they have just left
        }

        return _read?.Value is { } grant && grant.IsFor(account) ? new OAuthGrant(Secret.Of(grant.Refresh), Secret.Of(grant.Access), grant.ExpiresAt) : null;
    }

    public async Task<bool> KeepAsync(OAuthGrant grant, CancellationToken cancellation)
    {
        if (_read is not { } read) return false;

        var next = read.Value with { Refresh = grant.Refresh.RevealBytes().ToArray(), Access = grant.Access.RevealBytes().ToArray(), ExpiresAt = grant.ExpiresAt };
        try
        {
            return await grants.PutAsync(account.Id.ToString(), next, read.Version, cancellation);
        }
        catch (VaultLocked)
        {
            throw new MailFault(MailFaultKind.SignInUnavailable);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(next.Refresh);
            CryptographicOperations.ZeroMemory(next.Access);
        }
    }
}
