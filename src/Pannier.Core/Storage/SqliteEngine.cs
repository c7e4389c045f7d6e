using System.Data.Common;
using System.Runtime.CompilerServices;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Pannier.Core.Storage;

/// <summary>SQLite in the data directory: write-ahead log, deleted content overwritten, nothing spilled into temporary files.</summary>
internal sealed class SqliteEngine(string file) : IDatabaseEngine
{
    private const string Settings = "PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY; PRAGMA trusted_schema = OFF; PRAGMA synchronous = FULL";

    private readonly string _connection = new SqliteConnectionStringBuilder { DataSource = file, Pooling = true, DefaultTimeout = 10 }.ToString();

    // A connection of the pool keeps its settings from one opening to the next; to say them anew costs as much as a small read.
    private readonly ConditionalWeakTable<object, object> _set = [];

    public string BytesType => "BLOB";

    public async Task<DbConnection> OpenAsync(CancellationToken cancellation)
    {
        var connection = new SqliteConnection(_connection);
        try
        {
            await connection.OpenAsync(cancellation);
            if (connection.Handle is { } line && !_set.TryGetValue(line, out _))
            {
                await connection.ExecuteAsync(Settings);
                _set.AddOrUpdate(line, Settings);
            }

            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    // FULL: an accepted draft or outbox item must survive a power cut, and the log alone does not promise that. Said for each, as the connection may have been told otherwise by the last.
    public async Task<DbTransaction> BeginAsync(DbConnection connection, CommitWait wait, CancellationToken cancellation)
    {
        await connection.ExecuteAsync(wait == CommitWait.None ? "PRAGMA synchronous = NORMAL" : "PRAGMA synchronous = FULL");
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
