using Pannier.Core;

namespace Pannier.Modules.SignIn;

/// <summary>Where something that came too late is offered again.</summary>
internal static class CarriedUrl
{
    /// <param name="next">Where to go when it is dropped; null for the start page.</param>
    public static LocalUrl Offer(LocalUrl? next) => (next is null ? null : LocalUrl.Read("/carried?next=" + Uri.EscapeDataString(next.Value))) ?? LocalUrl.Of("/carried");
}
