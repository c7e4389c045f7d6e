using Pannier.Core;
using Pannier.Core.Factors;

namespace Pannier.Modules.SignIn.Factor;

/// <summary>What is said when a passkey was not taken.</summary>
internal static class PasskeyText
{
    public static Said Of(PasskeyCheck check) => Said.Of(check switch
    {
        PasskeyCheck.WentBack => "passkeys.went-back",
        PasskeyCheck.NotAsked => "passkeys.too-late",
        _ => "passkeys.wrong",
    });
}
