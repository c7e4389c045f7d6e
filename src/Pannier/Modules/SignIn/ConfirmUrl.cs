using Pannier.Core;

namespace Pannier.Modules.SignIn;

/// <summary>Where somebody proves once more that it is them.</summary>
internal static class ConfirmUrl
{
    /// <param name="next">Where to go on then; null for the start page.</param>
    public static LocalUrl Then(LocalUrl? next) => (next is null ? null : LocalUrl.Read("/confirm?next=" + Uri.EscapeDataString(next.Value))) ?? LocalUrl.Of("/confirm");
}
