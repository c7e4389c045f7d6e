namespace Pannier.Core.Storage;

/// <summary>Copies all data into one new file while Pannier runs: everything sealed, no sessions, no unused links, and never the site key.</summary>
public static class Backup
{
    /// <param name="database">Of a running site or of none.</param>
    /// <param name="file">Must not be there; made with mode 0600.</param>
    /// <param name="cancellation">Before the copy; a copy begun leaves nothing when it fails.</param>
    /// <exception cref="StorageFault">The file is there already, cannot be written, or the disk is full.</exception>
    public static async Task WriteAsync(Database database, string file, CancellationToken cancellation)
    {
        if (File.Exists(file)) throw new StorageFault(StorageTrouble.InUse, $"{file} is there already: name a new file");

        if (!Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(file)))) throw new StorageFault(StorageTrouble.Unreachable, $"{file} cannot be written: there is no such directory");

        var partial = file + ".partial";
        try
        {
            File.Delete(partial);
            await database.CopyAsync(partial, cancellation);
            File.Move(partial, file, overwrite: false);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new StorageFault(StorageTrouble.Unreachable, $"{file} cannot be written: {fault.Message}", fault);
        }
        finally
        {
            foreach (var left in SqliteFile.AllOf(partial)) File.Delete(left);
        }
    }
}
