using System.Globalization;

namespace Pannier.Core.Storage;

/// <summary>Puts a backup in the place of the data: checked before anything is touched, and what was there before is kept beside it.</summary>
/// <remarks>Sessions and unused one-time links do not come back: a link used since the backup must not work again.</remarks>
public static class Restore
{
    /// <param name="backup">As <see cref="Backup"/> wrote it; stays as it is.</param>
    /// <param name="directory">The data directory, of no running Pannier.</param>
    /// <param name="clock">Names the file that keeps what was there.</param>
    /// <param name="cancellation">Until the backup takes its place.</param>
    /// <returns>The file that keeps what was there; null when there was nothing.</returns>
    /// <exception cref="StorageFault">Pannier runs, the file is no backup, damaged or newer, or the disk is full; nothing was changed.</exception>
    public static async Task<string?> RunAsync(string backup, string directory, TimeProvider clock, CancellationToken cancellation)
    {
        DataDirectory.Make(directory);
        using var held = DataDirectory.TryHold(directory) ?? throw new StorageFault(StorageTrouble.InUse, $"a Pannier serves {directory}: stop it first");
        var restored = Path.Combine(directory, "restoring.db");
        try
        {
            await CopyAsync(backup, restored, cancellation);
            await SqliteFile.CheckAsync(restored, backup);
            await SqliteFile.ForgetVisitsAsync(restored);
            var kept = Keep(directory, clock);
            File.Move(restored, Path.Combine(directory, Database.FileName), overwrite: true);
            using var database = new Database(directory);
            await database.MigrateAsync(CancellationToken.None);
            return kept;
        }
        finally
        {
            foreach (var left in SqliteFile.AllOf(restored)) File.Delete(left);
        }
    }

    private static async Task CopyAsync(string backup, string restored, CancellationToken cancellation)
    {
        foreach (var left in SqliteFile.AllOf(restored)) File.Delete(left);
        DataDirectory.Claim(restored);
        try
        {
            await using var from = File.OpenRead(backup);
            await using var to = File.Open(restored, FileMode.Open, FileAccess.Write);
            await from.CopyToAsync(to, cancellation);
            await to.FlushAsync(cancellation);
            RandomAccess.FlushToDisk(to.SafeFileHandle);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new StorageFault(StorageTrouble.Unreachable, $"{backup} cannot be copied into the data directory: {fault.Message}", fault);
        }
    }

    /// <summary>Sets the present database aside, its log with it, so that not even a damaged one is lost.</summary>
    private static string? Keep(string directory, TimeProvider clock)
    {
        var present = Path.Combine(directory, Database.FileName);
        if (!File.Exists(present)) return null;

        var kept = Path.Combine(directory, string.Create(CultureInfo.InvariantCulture, $"before-restore-{clock.GetUtcNow():yyyyMMddHHmmss}.db"));
        foreach (var part in SqliteFile.AllOf(present)) File.Move(part, kept + part[present.Length..], overwrite: false);
        return kept;
    }
}
