using System.Security.Cryptography;
using System.Text.Json.Serialization;

namespace Pannier.Core.Away;

/// <summary>What counting needs, as its capsule holds it.</summary>
/// <param name="Left">How many accounts it leaves out: their providers give tokens, which change, and the changed ones could not be kept for the person.</param>
internal sealed record WatchedAccounts(IReadOnlyList<WatchedAccount> Accounts, int Left)
{
    public void Wipe()
    {
        foreach (var account in Accounts) CryptographicOperations.ZeroMemory(account.Password);
    }
}

[JsonSerializable(typeof(WatchedAccounts))]
internal sealed partial class WatchedJson : JsonSerializerContext;
