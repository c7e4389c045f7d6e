namespace Pannier.Core.Users;

/// <summary>A person as stored.</summary>
internal sealed class PersonRow
{
    public const string Columns = "id AS Id, name AS Name, role AS Role, created_at AS CreatedAt, salt AS Salt, kdf AS Kdf, verifier AS Verifier";

    public string Id { get; init; } = "";

    public string Name { get; init; } = "";

    public string Role { get; init; } = "";

    public long CreatedAt { get; init; }

    public byte[] Salt { get; init; } = [];

    public string Kdf { get; init; } = "";

    public byte[] Verifier { get; init; } = [];

    public UserAccount ToUser() =>
        UserId.Read(Id) is { } id && SignInName.Read(Name) is { } name
            ? new(id, name, Enum.Parse<Users.Role>(Role), DateTimeOffset.FromUnixTimeSeconds(CreatedAt))
            : throw new InvalidOperationException("a person's row is damaged");
}
