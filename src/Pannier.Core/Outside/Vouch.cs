using Pannier.Core.Users;

namespace Pannier.Core.Outside;

/// <summary>Somebody's word for a person, without a secret of theirs.</summary>
/// <param name="Name">As <see cref="ISignInDoor.Name"/> gave it.</param>
internal sealed record Vouch(SignInName Name)
{
    /// <summary>What whoever vouches knows them by for ever, hashed; null where the name is that.</summary>
    public byte[]? Subject { get; init; }

    /// <summary>Whether they have come from there for this one request, by a token that counts once.</summary>
    public bool IsAnew { get; init; }

    /// <summary>Their session there, hashed, by which it can be ended; null where there is none.</summary>
    public byte[]? Session { get; init; }
}
