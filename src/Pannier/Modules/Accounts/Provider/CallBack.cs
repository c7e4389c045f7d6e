using Pannier.Core.Http;

namespace Pannier.Modules.Accounts.Provider;

/// <summary>Where providers send the browser back to; the address a site registers with them.</summary>
internal static class CallBack
{
    public const string Path = "/accounts/sign-in/return";

    public static Uri Of(SiteOptions site) => new(site.PublicOrigins[0].TrimEnd('/') + Path);
}
