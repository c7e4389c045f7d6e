using Pannier.Core;

namespace Pannier.Modules.SignIn;

/// <summary>A recovery key, shown this once.</summary>
public sealed record RecoveryKeyPage(IReadOnlyList<string> Groups) : ITitled
{
    /// <summary>Where to go on when the person is not fully signed in yet; null when they are.</summary>
    public LocalUrl? Then { get; init; }

    /// <summary>Whether the site opens the data by its own key, so that there is no password to forget.</summary>
    public bool IsForSite { get; init; }

    public Said Title => Said.Of("recovery.title");

    internal static RecoveryKeyPage Of(Core.Crypto.RecoveryKey key) => new(key.Reveal().Split('-'));
}
