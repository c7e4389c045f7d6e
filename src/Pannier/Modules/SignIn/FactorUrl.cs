using Pannier.Core;

namespace Pannier.Modules.SignIn;

/// <summary>Where the second factor is asked for and set up.</summary>
internal static class FactorUrl
{
    public static LocalUrl Settings { get; } = LocalUrl.Of("/settings/second-factor");

    /// <summary>Asks, and goes on to a page then.</summary>
    public static LocalUrl Ask(LocalUrl next) => (next == LocalUrl.Home ? null : LocalUrl.Read("/second-factor?next=" + Uri.EscapeDataString(next.Value))) ?? LocalUrl.Of("/second-factor");
}
