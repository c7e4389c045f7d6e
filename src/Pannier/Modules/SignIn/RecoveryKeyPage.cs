using Pannier.Core;

namespace Pannier.Modules.SignIn;

/// <summary>A recovery key, shown this once.</summary>
public sealed record RecoveryKeyPage(IReadOnlyList<string> Groups) : ITitled
{
    public Said Title => Said.Of("recovery.title");

    internal static RecoveryKeyPage Of(Core.Crypto.RecoveryKey key) => new(key.Reveal().Split('-'));
}
