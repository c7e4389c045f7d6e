using System.Data.Common;

namespace Pannier.Core.Storage;

/// <summary>All that differs between databases; every statement outside is portable.</summary>
internal interface IDatabaseEngine : IDisposable
{
    /// <summary>The column type of byte strings, for <c>{bytes}</c> in the scripts.</summary>
    string BytesType { get; }

    Task<DbConnection> OpenAsync(CancellationToken cancellation);

    /// <summary>Begins a transaction that may write; it waits its turn rather than fail half-way.</summary>
    Task<DbTransaction> BeginAsync(DbConnection connection, CommitWait wait, CancellationToken cancellation);

    /// <summary>Has the disk take what was committed with <see cref="CommitWait.None"/>.</summary>
    Task FlushAsync(DbConnection connection);

    /// <summary>Readies a new database before its first script; does nothing to one that is ready.</summary>
    Task PrepareAsync(DbConnection connection);

    /// <summary>Null when the fault is a bug of ours rather than trouble of the storage.</summary>
    StorageFault? Read(DbException fault);

    /// <summary>Drops what deleted rows left behind in logs.</summary>
    Task ScrubAsync(DbConnection connection);

    /// <summary>Copies the database as of one moment into a file while others use it; sessions and links stay behind.</summary>
    /// <param name="connection">Open.</param>
    /// <param name="target">Made by the caller, empty.</param>
    /// <exception cref="StorageFault">The target cannot be written.</exception>
    Task CopyAsync(DbConnection connection, string target);
}
