using Pannier.Core;

namespace Pannier.Modules.Sessions;

/// <summary>Where sessions and the security log are.</summary>
public static class SessionsUrl
{
    public static LocalUrl All { get; } = LocalUrl.Of("/settings/sessions");

    /// <param name="after">The last event already shown.</param>
    public static LocalUrl LogAfter(string after) => LocalUrl.Of("/settings/security-log?after=" + after);
}
