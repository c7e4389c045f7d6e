using System.Data.Common;
using System.Reflection;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Pannier.Core.Storage;

/// <summary>The one database. SQLite in the data directory: write-ahead log, deleted content overwritten, one writer at a time.</summary>
/// <remarks>Statements are plain SQL with named parameters and named columns, so that another database can take its place.</remarks>
public sealed class Database : IDisposable
{
    private readonly string _connectionString;
    private readonly SemaphoreSlim _writer = new(1);

    /// <param name="directory">Made with mode 0700 when missing.</param>
    public Database(string directory)
    {
        DataDirectory.Make(directory);
        File = Path.Combine(directory, "pannier.db");
        _connectionString = new SqliteConnectionStringBuilder { DataSource = File, ForeignKeys = true, Pooling = true, DefaultTimeout = 30 }.ToString();
    }

    /// <summary>The database's file.</summary>
    public string File { get; }

    /// <summary>Brings the schema up to date: each numbered script once, in order, in a transaction of its own.</summary>
    /// <exception cref="InvalidOperationException">The database was written by a newer program.</exception>
    public async Task MigrateAsync(CancellationToken cancellation)
    {
        DataDirectory.Claim(File);
        await using var connection = await ConnectAsync(cancellation);
        await connection.ExecuteAsync("PRAGMA journal_mode = WAL");
        await connection.ExecuteAsync("CREATE TABLE IF NOT EXISTS migration (number INTEGER PRIMARY KEY, name TEXT NOT NULL)");
        var done = (await connection.QueryAsync<long>("SELECT number FROM migration")).ToHashSet();
        var scripts = Migration.All(Assembly.GetExecutingAssembly());
        if (done.FirstOrDefault(number => scripts.All(script => script.Number != number)) is > 0 and var unknown)
            throw new InvalidOperationException($"{File} has migration {unknown}, which this program does not know: it was written by a newer one. Install that one again.");

        foreach (var script in scripts.Where(script => !done.Contains(script.Number)))
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellation);
            await connection.ExecuteAsync(script.Sql, transaction: transaction);
            await connection.ExecuteAsync("INSERT INTO migration (number, name) VALUES (@Number, @Name)", new { script.Number, script.Name }, transaction);
            await transaction.CommitAsync(cancellation);
        }
    }

    /// <summary>Reads.</summary>
    public async Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> readAsync, CancellationToken cancellation)
    {
        await using var connection = await ConnectAsync(cancellation);
        return await readAsync(connection);
    }

    /// <summary>Writes in one transaction: all of it or nothing.</summary>
    /// <exception cref="StorageFault">The disk is full or cannot be written; nothing was changed.</exception>
    public async Task<T> WriteAsync<T>(Func<DbConnection, DbTransaction, Task<T>> writeAsync, CancellationToken cancellation)
    {
        await _writer.WaitAsync(cancellation);
        try
        {
            await using var connection = await ConnectAsync(cancellation);
            await using var transaction = await connection.BeginTransactionAsync(CancellationToken.None);
            var result = await writeAsync(connection, transaction);
            await transaction.CommitAsync(CancellationToken.None); // begun is finished: a browser that goes away undoes nothing half-way
            return result;
        }
        catch (SqliteException full) when (full.SqliteErrorCode is 13 or 10 or 8)
        {
            throw new StorageFault(full.SqliteErrorCode == 13 ? "the disk is full" : "the database cannot be written", full);
        }
        finally
        {
            _writer.Release();
        }
    }

    /// <inheritdoc cref="WriteAsync{T}"/>
    public Task WriteAsync(Func<DbConnection, DbTransaction, Task> writeAsync, CancellationToken cancellation) =>
        WriteAsync(
            async (connection, transaction) =>
            {
                await writeAsync(connection, transaction);
                return true;
            },
            cancellation);

    public void Dispose()
    {
        using var connection = new SqliteConnection(_connectionString);
        SqliteConnection.ClearPool(connection);
        _writer.Dispose();
    }

    private async Task<SqliteConnection> ConnectAsync(CancellationToken cancellation)
    {
        var connection = new SqliteConnection(_connectionString);
        await connection.OpenAsync(cancellation);
        await connection.ExecuteAsync("PRAGMA secure_delete = ON; PRAGMA busy_timeout = 10000; PRAGMA synchronous = FULL");
        return connection;
    }
}
