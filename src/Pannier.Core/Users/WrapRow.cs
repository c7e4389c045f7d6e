using Pannier.Core.Crypto;

namespace Pannier.Core.Users;

/// <summary>A wrap as stored.</summary>
internal sealed class WrapRow
{
    /// <summary>Null for a recovery key and for the site's own, as is <see cref="Kdf"/>.</summary>
    public byte[]? Salt { get; init; }

    public string? Kdf { get; init; }

    public byte[] Box { get; init; } = [];

    /// <summary>Null when the key needs no stretching.</summary>
    public KdfParameters? Parameters => Kdf is null ? null : KdfParameters.Read(Kdf);
}
