using System.Data.Common;
using Dapper;
using Pannier.Core.Crypto;
using Pannier.Core.Http;

namespace Pannier.Core.Users;

/// <summary>A person as stored.</summary>
internal sealed class PersonRow
{
    public const string Columns = "id AS Id, name AS Name, role AS Role, created_at AS CreatedAt, changes AS Changes, salt AS Salt, kdf AS Kdf, verifier AS Verifier, back_end AS Backend";

    public string Id { get; init; } = "";

    public string Name { get; init; } = "";

    public string Role { get; init; } = "";

    public long CreatedAt { get; init; }

    /// <summary>How often the password was set.</summary>
    public long Changes { get; init; }

    /// <summary>Empty when a back end checks the password, as are <see cref="Kdf"/> and <see cref="Verifier"/>.</summary>
    public byte[] Salt { get; init; } = [];

    public string Kdf { get; init; } = "";

    public byte[] Verifier { get; init; } = [];

    public string Backend { get; init; } = "";

    public bool IsLocal => Backend == Choice.Name(SignInBackend.Local);

    public KdfParameters Parameters => KdfParameters.Read(Kdf) ?? throw Damaged();

    public UserAccount ToUser() =>
        UserId.Read(Id) is { } id && SignInName.Read(Name) is { } name && Enum.TryParse<Role>(Role, out var role) && Choice.Read<SignInBackend>(Backend) is { } backend
            ? new(id, name, role, DateTimeOffset.FromUnixTimeSeconds(CreatedAt)) { Backend = backend }
            : throw Damaged();

    /// <summary>Adds a person within a transaction.</summary>
    /// <param name="own">Null when a back end checks the password.</param>
    public static Task AddAsync(DbConnection connection, DbTransaction transaction, UserAccount user, NewPassword? own) =>
        connection.ExecuteAsync(
            """
            INSERT INTO person (id, name, name_key, role, created_at, changes, salt, kdf, verifier, back_end)
            VALUES (@id, @name, @key, @role, @at, 0, @salt, @kdf, @verifier, @backend)
            """,
            new
            {
                id = user.Id.Value,
                name = user.Name.Shown,
                key = user.Name.Key,
                role = user.Role.ToString(),
                at = user.CreatedAt.ToUnixTimeSeconds(),
                backend = Choice.Name(user.Backend),
                salt = own?.Salt ?? [],
                kdf = own?.Parameters.ToString() ?? "",
                verifier = own?.Keys.Verifier.ToArray() ?? [],
            },
            transaction);

    private static InvalidOperationException Damaged() => new("a person's row is damaged: restore a backup");
}
