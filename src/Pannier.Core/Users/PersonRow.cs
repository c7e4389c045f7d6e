using Pannier.Core.Crypto;

namespace Pannier.Core.Users;

/// <summary>A person as stored.</summary>
internal sealed class PersonRow
{
    public const string Columns = "id AS Id, name AS Name, role AS Role, created_at AS CreatedAt, changes AS Changes, salt AS Salt, kdf AS Kdf, verifier AS Verifier";

    public string Id { get; init; } = "";

    public string Name { get; init; } = "";

    public string Role { get; init; } = "";

    public long CreatedAt { get; init; }

    /// <summary>How often the password was set.</summary>
    public long Changes { get; init; }

    public byte[] Salt { get; init; } = [];

    public string Kdf { get; init; } = "";

    public byte[] Verifier { get; init; } = [];

    public KdfParameters Parameters => KdfParameters.Read(Kdf) ?? throw Damaged();

    public UserAccount ToUser() =>
        UserId.Read(Id) is { } id && SignInName.Read(Name) is { } name && Enum.TryParse<Role>(Role, out var role)
            ? new(id, name, role, DateTimeOffset.FromUnixTimeSeconds(CreatedAt))
            : throw Damaged();

    private static InvalidOperationException Damaged() => new("a person's row is damaged: restore a backup");
}
