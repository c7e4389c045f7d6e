using Dapper;
using Microsoft.Data.Sqlite;

namespace Pannier.Core.Storage;

/// <summary>What backup and restore do to a database file that nobody else has open.</summary>
internal static class SqliteFile
{
    private const int NoSuchTable = 1;

    /// <summary>The file and the logs SQLite keeps beside it, those that are there.</summary>
    public static IReadOnlyList<string> AllOf(string file) => [.. new[] { file, file + "-wal", file + "-shm", file + "-journal" }.Where(File.Exists)];

    /// <summary>Copies an open database into a file of its own, without sessions and links.</summary>
    /// <exception cref="StorageFault">The file's disk is full or it cannot be written.</exception>
    public static async Task CopyAsync(SqliteConnection from, string file)
    {
        await using (var target = Connect(file))
        {
            try
            {
                await target.OpenAsync();
                from.BackupDatabase(target);
            }
            catch (SqliteException fault) when (SqliteEngine.Read(fault, file) is { } trouble)
            {
                throw trouble;
            }
        }

        await ForgetVisitsAsync(file);
    }

    /// <summary>Removes sessions, one-time links and background grants, and leaves one file without a log.</summary>
    public static async Task ForgetVisitsAsync(string file)
    {
        await using var connection = Connect(file);
        await connection.OpenAsync();
        await connection.ExecuteAsync("PRAGMA journal_mode = DELETE; PRAGMA secure_delete = ON; DELETE FROM session; DELETE FROM link");
        if (await connection.ExecuteScalarAsync<bool>("SELECT COUNT(*) FROM sqlite_master WHERE name = 'background_grant'")) await connection.ExecuteAsync("DELETE FROM background_grant"); // an older backup has none
    }

    /// <exception cref="StorageFault">Not a database of ours, damaged, or newer than this program.</exception>
    public static async Task CheckAsync(string file, string shownAs)
    {
        await using var connection = Connect(file);
        try
        {
            await connection.OpenAsync();
            if (await connection.ExecuteScalarAsync<string>("PRAGMA integrity_check(1)") != "ok") throw Damaged(shownAs, null);
            Migration.RefuseNewer(await Migration.NewestAsync(connection, null), shownAs);
        }
        catch (SqliteException fault) when (fault.SqliteErrorCode == NoSuchTable || SqliteEngine.Read(fault, shownAs) is not null)
        {
            throw Damaged(shownAs, fault);
        }
    }

    private static StorageFault Damaged(string file, Exception? cause) => new(StorageTrouble.Damaged, $"{file} is no backup of Pannier, or damaged: nothing was changed", cause);

    private static SqliteConnection Connect(string file) => new(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
}
