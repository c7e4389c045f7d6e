using Dapper;
using Microsoft.Data.Sqlite;

namespace Pannier.Core.Storage;

/// <summary>What a look at the database says; the look changes nothing.</summary>
/// <param name="Damage">The first fault found; null when it is sound.</param>
/// <param name="Schema">The last step it has taken; 0 for none.</param>
/// <param name="Newest">The last step this program knows.</param>
public sealed record DatabaseState(string? Damage, long Schema, long Newest)
{
    /// <summary>Whether a data directory holds a database at all.</summary>
    public static bool IsThere(string directory) => File.Exists(Path.Combine(directory, Database.FileName));

    /// <summary>Reads the whole database of a data directory, which may take a second for each gigabyte.</summary>
    /// <exception cref="StorageFault">It cannot be opened, or is no database.</exception>
    public static async Task<DatabaseState> ReadAsync(string directory, CancellationToken cancellation)
    {
        var file = Path.Combine(directory, Database.FileName);
        try
        {
            await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Source(file), Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
            await connection.OpenAsync(cancellation);
            var fault = await connection.ExecuteScalarAsync<string>("PRAGMA integrity_check(1)");
            var started = await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = 'migration'") > 0;
            return new DatabaseState(fault == "ok" ? null : fault, started ? await Migration.NewestAsync(connection, null) : 0, Migration.Newest);
        }
        catch (SqliteException fault)
        {
            using var engine = new SqliteEngine(file);
            throw engine.Read(fault) ?? new StorageFault(StorageTrouble.Unreachable, $"{file} cannot be read: {fault.Message}", fault);
        }
    }

    /// <summary>Without a log nobody has it open: then it is read as it lies, or even a reader would leave a log behind.</summary>
    private static string Source(string file) => File.Exists(file + "-wal") ? file : $"{new Uri(file).AbsoluteUri}?immutable=1";
}
