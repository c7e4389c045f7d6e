using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Dapper;
using Pannier.Core.Crypto;
using Pannier.Core.Http;
using Pannier.Core.Storage;
using Pannier.Core.Users;

namespace Pannier.Core.Records;

/// <summary>Seals each record with the person's newest data key, under a sub-key of its kind, bound to person, kind, id and schema.</summary>
internal sealed class MyRecords<T>(Database database, Vault vault, Visit visit) : IMyRecords<T>
    where T : class
{
    private static readonly RecordKindAttribute Kind = typeof(T).GetCustomAttribute<RecordKindAttribute>()
        ?? throw new InvalidOperationException($"{typeof(T).Name} has no [RecordKind]");

    public async IAsyncEnumerable<Record<T>> AllAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var (user, keyring) = Owner();
        var rows = await database.ReadAsync(
            connection => connection.QueryAsync<RecordRow>("SELECT id AS Id, version AS Version, box AS Box FROM record WHERE person_id = @user AND kind = @kind ORDER BY id", new { user = user.Value, kind = Kind.Kind }),
            cancellation);
        foreach (var row in rows) yield return Open(row, user, keyring);
    }

    public async Task<Record<T>?> FindAsync(string id, CancellationToken cancellation)
    {
        var (user, keyring) = Owner();
        var row = await database.ReadAsync(
            connection => connection.QuerySingleOrDefaultAsync<RecordRow>("SELECT id AS Id, version AS Version, box AS Box FROM record WHERE person_id = @user AND kind = @kind AND id = @id", new { user = user.Value, kind = Kind.Kind, id }),
            cancellation);
        return row is null ? null : Open(row, user, keyring);
    }

    public async Task PutAsync(string id, T value, CancellationToken cancellation)
    {
        var (user, box) = Seal(id, value);
        await database.WriteAsync(
            (connection, transaction) => connection.ExecuteAsync(
                """
                INSERT INTO record (person_id, kind, id, version, box) VALUES (@user, @kind, @id, 1, @box)
                ON CONFLICT (person_id, kind, id) DO UPDATE SET version = record.version + 1, box = excluded.box
                """,
                new { user = user.Value, kind = Kind.Kind, id, box },
                transaction),
            cancellation);
    }

    public async Task<bool> PutAsync(string id, T value, long version, CancellationToken cancellation)
    {
        var (user, box) = Seal(id, value);
        return await database.WriteAsync(
            async (connection, transaction) => await connection.ExecuteAsync(
                version == 0
                    ? "INSERT INTO record (person_id, kind, id, version, box) VALUES (@user, @kind, @id, 1, @box) ON CONFLICT (person_id, kind, id) DO NOTHING"
                    : "UPDATE record SET version = version + 1, box = @box WHERE person_id = @user AND kind = @kind AND id = @id AND version = @version",
                new { user = user.Value, kind = Kind.Kind, id, version, box },
                transaction) == 1,
            cancellation);
    }

    public Task RemoveAsync(string id, CancellationToken cancellation)
    {
        var (user, _) = Owner();
        return database.WriteAsync(
            (connection, transaction) => connection.ExecuteAsync("DELETE FROM record WHERE person_id = @user AND kind = @kind AND id = @id", new { user = user.Value, kind = Kind.Kind, id }, transaction),
            cancellation);
    }

    private (UserId User, Keyring Keyring) Owner() =>
        visit.Required.Person is { Keyring: { } keyring, User.Id: var user } ? (user, keyring) : throw new InvalidOperationException("the person's data is locked");

    private (UserId User, byte[] Box) Seal(string id, T value)
    {
        var (user, keyring) = Owner();
        var key = keyring.Key(keyring.Newest, Purpose)!; // the newest is there
        return (user, vault.Seal(key, keyring.Newest, JsonSerializer.SerializeToUtf8Bytes(value, RecordJson.Options), Bound(user, id)));
    }

    private Record<T> Open(RecordRow row, UserId user, Keyring keyring)
    {
        if (Vault.KeyNumber(row.Box) is not { } number || keyring.Key(number, Purpose) is not { } key) throw new BoxRefused(Kind.Kind);

        var opened = vault.Open(key, row.Box, Bound(user, row.Id));
        return new Record<T>(row.Id, row.Version, JsonSerializer.Deserialize<T>(opened, RecordJson.Options) ?? throw new BoxRefused(Kind.Kind));
    }

    private static string Purpose => "record/" + Kind.Kind;

    private static AssociatedData Bound(UserId user, string id) => new(user.Value, Kind.Kind, id, Kind.SchemaVersion);
}
