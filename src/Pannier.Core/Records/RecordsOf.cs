using System.Data.Common;
using System.Runtime.CompilerServices;
using Dapper;
using Pannier.Core.Storage;
using Pannier.Core.Users;

namespace Pannier.Core.Records;

/// <summary>The records of the person whose keys these are. Seals each record with the person's newest data key, under a sub-key of its kind, bound to person, kind, id and schema.</summary>
internal class RecordsOf<T>(Database database, Func<Keyring> keys) : IMyRecords<T>
    where T : class
{
    private const string Mine = "person_id = @user AND kind = @kind";

    private static string Kind => RecordForm<T>.Kind.Kind;

    public async IAsyncEnumerable<Record<T>> AllAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var keyring = keys();
        var rows = await database.ReadAsync(
            connection => connection.QueryAsync<RecordRow>($"SELECT {RecordRow.Columns} FROM record WHERE {Mine} ORDER BY id", new { user = keyring.User.Value, kind = Kind }),
            cancellation);
        foreach (var row in rows) yield return RecordForm<T>.Open(keyring, row);
    }

    public async Task<Record<T>?> FindAsync(string id, CancellationToken cancellation)
    {
        var keyring = keys();
        var row = await database.ReadAsync(
            connection => connection.QuerySingleOrDefaultAsync<RecordRow?>($"SELECT {RecordRow.Columns} FROM record WHERE {Mine} AND id = @id", new { user = keyring.User.Value, kind = Kind, id }),
            cancellation);
        return row is null ? null : RecordForm<T>.Open(keyring, row);
    }

    public Task PutAsync(string id, T value, CancellationToken cancellation) =>
        RunAsync(
            """
            INSERT INTO record (person_id, kind, id, version, schema_version, suite, box) VALUES (@user, @kind, @id, 1, @schema, @suite, @box)
            ON CONFLICT (person_id, kind, id) DO UPDATE SET version = record.version + 1, schema_version = excluded.schema_version, suite = excluded.suite, box = excluded.box
            """,
            id,
            value,
            0,
            cancellation);

    public async Task<bool> PutAsync(string id, T value, long version, CancellationToken cancellation) =>
        await RunAsync(
            version == 0
                ? "INSERT INTO record (person_id, kind, id, version, schema_version, suite, box) VALUES (@user, @kind, @id, 1, @schema, @suite, @box) ON CONFLICT (person_id, kind, id) DO NOTHING"
                : $"UPDATE record SET version = version + 1, schema_version = @schema, suite = @suite, box = @box WHERE {Mine} AND id = @id AND version = @version",
            id,
            value,
            version,
            cancellation) == 1;

    public Task RemoveAsync(string id, CancellationToken cancellation)
    {
        var values = new { user = keys().User.Value, kind = Kind, id };
        return WriteAsync((connection, transaction) => connection.ExecuteAsync($"DELETE FROM record WHERE {Mine} AND id = @id", values, transaction), cancellation);
    }

    private Task<int> RunAsync(string sql, string id, T value, long version, CancellationToken cancellation)
    {
        var keyring = keys();
        var box = RecordForm<T>.Seal(keyring, id, value);
        var values = new { user = keyring.User.Value, kind = Kind, id, version, schema = (long)RecordForm<T>.Kind.SchemaVersion, suite = (long)keyring.Suite, box };
        return WriteAsync((connection, transaction) => connection.ExecuteAsync(sql, values, transaction), cancellation);
    }

    private Task<TResult> WriteAsync<TResult>(Func<DbConnection, DbTransaction, Task<TResult>> writeAsync, CancellationToken cancellation) =>
        RecordForm<T>.Kind.IsPassing ? database.WriteSoonAsync(writeAsync, cancellation) : database.WriteAsync(writeAsync, cancellation);
}
