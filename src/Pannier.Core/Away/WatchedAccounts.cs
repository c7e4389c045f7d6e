using System.Text.Json.Serialization;

namespace Pannier.Core.Away;

/// <summary>What counting needs, as its capsule holds it.</summary>
/// <param name="Left">How many accounts it leaves out, because nothing was there to sign in with.</param>
internal sealed record WatchedAccounts(IReadOnlyList<WatchedAccount> Accounts, int Left)
{
    public void Wipe()
    {
        foreach (var account in Accounts) account.Wipe();
    }
}

[JsonSerializable(typeof(WatchedAccounts))]
internal sealed partial class WatchedJson : JsonSerializerContext;
