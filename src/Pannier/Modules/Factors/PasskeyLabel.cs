using Pannier.Core;
using Pannier.Core.Factors;

namespace Pannier.Modules.Factors;

/// <summary>How passkeys are named, and what is said when one could not be added.</summary>
public static class PasskeyLabel
{
    /// <summary>Characters of a name at most.</summary>
    public const int Longest = 60;

    public static Said Of(PasskeyAdding adding) => Said.Of(adding switch
    {
        PasskeyAdding.NotAsked => "passkeys.too-late",
        PasskeyAdding.TooMany => "passkeys.too-many",
        _ => "passkeys.unfit",
    });
}
