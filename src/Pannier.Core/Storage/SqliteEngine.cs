using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Pannier.Core.Storage;

/// <summary>SQLite in the data directory: write-ahead log, deleted content overwritten, nothing spilled into temporary files.</summary>
internal sealed class SqliteEngine(string file) : IDatabaseEngine
{
    // synchronous=FULL: an accepted draft or outbox item must survive a power cut, and the log alone does not promise that.
    private const string Settings = "PRAGMA secure_delete = ON; PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY; PRAGMA trusted_schema = OFF";

    private readonly string _connection = new SqliteConnectionStringBuilder { DataSource = file, ForeignKeys = true, Pooling = true, DefaultTimeout = 10 }.ToString();

    public string BytesType => "BLOB";

    public async Task<DbConnection> OpenAsync(CancellationToken cancellation)
    {
        var connection = new SqliteConnection(_connection);
        try
        {
            await connection.OpenAsync(cancellation);
            await connection.ExecuteAsync(Settings);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public async Task<DbTransaction> BeginAsync(DbConnection connection, CommitWait wait, CancellationToken cancellation)
    {
        if (wait == CommitWait.None) await connection.ExecuteAsync("PRAGMA synchronous = NORMAL"); // until the connection is opened again
        return await connection.BeginTransactionAsync(cancellation); // "immediate" here: the lock is taken now, not at the first write
    }

    public async Task FlushAsync(DbConnection connection) => await connection.ExecuteAsync("PRAGMA wal_checkpoint(PASSIVE)"); // syncs the log first

    public async Task PrepareAsync(DbConnection connection) => await connection.ExecuteAsync("PRAGMA journal_mode = WAL");

    public StorageFault? Read(DbException fault) => Read(fault, file);

    public async Task ScrubAsync(DbConnection connection) => await connection.ExecuteAsync("PRAGMA wal_checkpoint(TRUNCATE)");

    public Task CopyAsync(DbConnection connection, string target) => SqliteFile.CopyAsync((SqliteConnection)connection, target);

    public void Dispose()
    {
        using var connection = new SqliteConnection(_connection);
        SqliteConnection.ClearPool(connection);
    }

    /// <summary>What a fault of this file means; null when it is a bug of ours.</summary>
    internal static StorageFault? Read(DbException fault, string file) => (fault as SqliteException)?.SqliteErrorCode switch
    {
        13 => new(StorageTrouble.Full, $"the disk of {file} is full; nothing was changed: make room and try again", fault),
        8 => new(StorageTrouble.ReadOnly, $"{file} cannot be written: check owner and mode of the file and its directory", fault),
        5 or 6 => new(StorageTrouble.Busy, $"another process holds {file}; nothing was changed: try again", fault),
        11 or 26 => new(StorageTrouble.Damaged, $"{file} is no database, or damaged: restore a backup", fault),
        10 or 14 => new(StorageTrouble.Unreachable, $"{file} cannot be read or written: check the disk, and the mode of the file", fault),
        _ => null,
    };
}
