using System.Security.Cryptography;
using Pannier.Core.Accounts;

namespace Pannier.Core.Away;

/// <summary>An account whose inbox may be counted.</summary>
/// <param name="Password">Of the IMAP server alone; empty where a provider signs in.</param>
/// <param name="Token">Of the provider that signs in; null where a password does.</param>
internal sealed record WatchedAccount(Login Login, byte[] Password, WatchedToken? Token = null)
{
    public void Wipe()
    {
        CryptographicOperations.ZeroMemory(Password);
        CryptographicOperations.ZeroMemory(Token?.Access);
        CryptographicOperations.ZeroMemory(Token?.Refresh);
    }
}
