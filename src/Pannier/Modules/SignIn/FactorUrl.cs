using Pannier.Core;

namespace Pannier.Modules.SignIn;

/// <summary>Where the second factor is asked for and set up.</summary>
internal static class FactorUrl
{
    public static LocalUrl Settings { get; } = LocalUrl.Of("/settings/second-factor");

    /// <summary>Asks, and goes on to a page then.</summary>
    public static LocalUrl Ask(LocalUrl next) => Then("/second-factor", next);

    /// <summary>Sets the first one up, where the site wants one, and goes on to a page then.</summary>
    public static LocalUrl First(LocalUrl next) => Then("/second-factor/set-up", next);

    private static LocalUrl Then(string path, LocalUrl next) => (next == LocalUrl.Home ? null : LocalUrl.Read(path + "?next=" + Uri.EscapeDataString(next.Value))) ?? LocalUrl.Of(path);
}
