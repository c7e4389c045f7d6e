namespace Pannier.Core.Users;

/// <summary>A wrap as stored.</summary>
internal sealed class WrapRow
{
    public byte[] Salt { get; init; } = [];

    public string Kdf { get; init; } = "";

    public byte[] Box { get; init; } = [];
}
