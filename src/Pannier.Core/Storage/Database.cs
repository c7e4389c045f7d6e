using System.Data.Common;
using System.Reflection;
using Dapper;

namespace Pannier.Core.Storage;

/// <summary>The one database: reads side by side, writes one after another, each in one transaction.</summary>
/// <remarks>
/// Statements are plain SQL with named parameters and named columns, so that another database can take SQLite's place;
/// what differs is behind <see cref="IDatabaseEngine"/>. SQLite works on the caller's thread, in microseconds; writers queue
/// here, without a thread, before they ask for the file's lock.
/// </remarks>
public sealed class Database : IDisposable
{
    private readonly IDatabaseEngine _engine;
    private readonly SemaphoreSlim _writer = new(1);
    private readonly CancellationTokenSource _end = new();
    private volatile bool _isOwed; // something was committed that the disk need not have yet
    private int _paying;

    /// <param name="directory">Made with mode 0700 when missing.</param>
    public Database(string directory)
    {
        DataDirectory.Make(directory);
        File = Path.Combine(directory, FileName);
        _engine = new SqliteEngine(File);
    }

    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(200);

    internal const string FileName = "pannier.db";

    /// <summary>The database's file.</summary>
    public string File { get; }

    /// <summary>Brings the schema up to date: each numbered script once, in order, in a transaction of its own.</summary>
    /// <exception cref="StorageFault">The database was written by a newer program, or the storage failed.</exception>
    public async Task MigrateAsync(CancellationToken cancellation)
    {
        DataDirectory.Claim(File);
        await TranslateAsync(async () =>
        {
            await using var connection = await _engine.OpenAsync(cancellation);
            await _engine.PrepareAsync(connection);
            foreach (var script in Migration.All(Assembly.GetExecutingAssembly()))
            {
                await using var transaction = await _engine.BeginAsync(connection, CommitWait.Disk, cancellation);
                await connection.ExecuteAsync(Migration.Table, transaction: transaction);
                var at = await Migration.NewestAsync(connection, transaction);
                Migration.RefuseNewer(at, File);
                if (at >= script.Number) continue;

                await connection.ExecuteAsync(script.Sql.Replace("{bytes}", _engine.BytesType, StringComparison.Ordinal), transaction: transaction);
                await connection.ExecuteAsync("INSERT INTO migration (number, name) VALUES (@Number, @Name)", new { script.Number, script.Name }, transaction);
                await transaction.CommitAsync(CancellationToken.None);
            }

            return true;
        });
    }

    /// <summary>Reads.</summary>
    /// <exception cref="StorageFault">The storage failed.</exception>
    public Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> readAsync, CancellationToken cancellation) =>
        TranslateAsync(async () =>
        {
            await using var connection = await _engine.OpenAsync(cancellation);
            return await readAsync(connection);
        });

    /// <summary>Writes in one transaction: all of it or nothing. Never begin one inside another: it would wait for itself.</summary>
    /// <exception cref="StorageFault">The storage failed, and nothing was changed.</exception>
    public Task<T> WriteAsync<T>(Func<DbConnection, DbTransaction, Task<T>> writeAsync, CancellationToken cancellation) => WriteAsync(writeAsync, CommitWait.Disk, cancellation);

    /// <summary>Writes as <see cref="WriteAsync{T}(Func{DbConnection, DbTransaction, Task{T}}, CancellationToken)"/> does, without waiting for the disk, which has it a fifth of a second later, or with the next write that waits.</summary>
    /// <remarks>For what somebody waits for and a server has soon. Who writes after it is after it on the disk as well: a power cut takes back the last things done, in order.</remarks>
    /// <exception cref="StorageFault">The storage failed, and nothing was changed.</exception>
    public async Task<T> WriteSoonAsync<T>(Func<DbConnection, DbTransaction, Task<T>> writeAsync, CancellationToken cancellation)
    {
        var result = await WriteAsync(writeAsync, CommitWait.None, cancellation);
        if (Interlocked.Exchange(ref _paying, 1) == 0) _ = PayAsync();
        return result;
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

    /// <summary>Drops what deleted rows left behind in the log.</summary>
    /// <exception cref="StorageFault">The storage failed.</exception>
    public Task ScrubAsync(CancellationToken cancellation) =>
        InTurnAsync(
            async connection =>
            {
                await _engine.ScrubAsync(connection);
                return true;
            },
            cancellation);

    /// <summary>Copies the database as of one moment into a new file of mode 0600, while others use it; sessions, links and background grants stay behind.</summary>
    /// <exception cref="StorageFault">The file cannot be made, or the storage failed.</exception>
    internal Task CopyAsync(string file, CancellationToken cancellation)
    {
        DataDirectory.Claim(file);
        return ReadAsync(
            async connection =>
            {
                await _engine.CopyAsync(connection, file);
                return true;
            },
            cancellation);
    }

    public void Dispose()
    {
        if (_end.IsCancellationRequested) return;
        _end.Cancel();
        _engine.Dispose();
        _writer.Dispose();
        _end.Dispose();
    }

    private Task<T> WriteAsync<T>(Func<DbConnection, DbTransaction, Task<T>> writeAsync, CommitWait wait, CancellationToken cancellation) =>
        InTurnAsync(
            async connection =>
            {
                await using var transaction = await _engine.BeginAsync(connection, wait, cancellation);
                var result = await writeAsync(connection, transaction);
                await transaction.CommitAsync(CancellationToken.None); // begun is finished: a browser that goes away undoes nothing half-way
                _isOwed = wait == CommitWait.None; // one that waited for the disk brought all before it there
                return result;
            },
            cancellation);

    /// <summary>Has the disk take what it is owed, if no other write has done so by then.</summary>
    private async Task PayAsync()
    {
        try
        {
            await Task.Delay(Soon, _end.Token);
            _paying = 0;
            if (!_isOwed) return;
            _isOwed = false;
            await ReadAsync(
                async connection =>
                {
                    await _engine.FlushAsync(connection);
                    return true;
                },
                _end.Token);
        }
        catch (OperationCanceledException) when (_end.IsCancellationRequested)
        {
            // The last connection to close brings the log to the disk.
        }
        catch (StorageFault)
        {
            _isOwed = true; // the next write meets the same trouble, and tells whoever wrote
        }
    }

    private async Task<T> InTurnAsync<T>(Func<DbConnection, Task<T>> workAsync, CancellationToken cancellation)
    {
        await _writer.WaitAsync(cancellation);
        try
        {
            return await ReadAsync(workAsync, cancellation);
        }
        finally
        {
            _writer.Release();
        }
    }

    private async Task<T> TranslateAsync<T>(Func<Task<T>> workAsync)
    {
        try
        {
            return await workAsync();
        }
        catch (DbException fault) when (_engine.Read(fault) is { } trouble)
        {
            throw trouble;
        }
    }
}
