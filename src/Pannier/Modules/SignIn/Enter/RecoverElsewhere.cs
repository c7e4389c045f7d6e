using Pannier.Core;
using Pannier.Core.Outside;

namespace Pannier.Modules.SignIn.Enter;

/// <summary>What is said to somebody who looks for their way back where no password of this site is.</summary>
internal static class RecoverElsewhere
{
    /// <summary>Null where a recovery key sets a password.</summary>
    public static Said? Of(ISignInDoor checks) => checks is { IsLocal: false, OutsideHost: { } host } ? Said.Of(checks.Vouching is null ? "recover.outside" : "recover.vouched", "host", host) : null;
}
