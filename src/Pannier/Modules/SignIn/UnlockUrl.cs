using Pannier.Core;

namespace Pannier.Modules.SignIn;

/// <summary>Where locked data is opened.</summary>
internal static class UnlockUrl
{
    /// <param name="next">Where to go on then; null for the start page.</param>
    public static LocalUrl Then(LocalUrl? next) => (next is null ? null : LocalUrl.Read("/unlock?next=" + Uri.EscapeDataString(next.Value))) ?? LocalUrl.Of("/unlock");
}
