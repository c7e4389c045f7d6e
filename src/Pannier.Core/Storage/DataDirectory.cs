namespace Pannier.Core.Storage;

/// <summary>The one place that lasts: a directory of mode 0700, its files of mode 0600.</summary>
public static class DataDirectory
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Makes the directory with mode 0700, or sees that it has no more.</summary>
    /// <exception cref="InvalidOperationException">Others may open it, or it cannot be made.</exception>
    public static void Make(string directory)
    {
        try
        {
            if (!Directory.Exists(directory)) Directory.CreateDirectory(directory, Owner);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new InvalidOperationException($"the data directory {directory} cannot be made: {fault.Message}", fault);
        }

        if (!IsPrivate(directory)) throw new InvalidOperationException($"others may open {directory}: run chmod 0700 on it");
    }

    /// <summary>Whether nobody but its owner may open it.</summary>
    public static bool IsPrivate(string directory) => (File.GetUnixFileMode(directory) & ~Owner) == 0;

    /// <summary>Makes a file of mode 0600 before anybody writes into it; one that is there stays as it is.</summary>
    /// <exception cref="StorageFault">It cannot be made, or a link stands there, which may lead out of the directory.</exception>
    public static void Claim(string file)
    {
        try
        {
            if (new FileInfo(file).LinkTarget is { } target) throw new StorageFault(StorageTrouble.Unreachable, $"{file} is a link to {target}: data is not kept behind links; put the file itself there");
            NewFile(file, FileMode.OpenOrCreate, FileShare.ReadWrite).Dispose();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new StorageFault(StorageTrouble.Unreachable, $"{file} cannot be made: {fault.Message}", fault);
        }
    }

    /// <summary>Claims the directory for one serving or restoring process, until disposed.</summary>
    /// <returns>Null when another process holds it.</returns>
    /// <exception cref="StorageFault">The directory cannot be written.</exception>
    public static IDisposable? TryHold(string directory)
    {
        try
        {
            return NewFile(Path.Combine(directory, "pannier.lock"), FileMode.OpenOrCreate, FileShare.None);
        }
        catch (UnauthorizedAccessException fault)
        {
            throw new StorageFault(StorageTrouble.ReadOnly, $"the data directory {directory} cannot be written: {fault.Message}", fault);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static FileStream NewFile(string file, FileMode mode, FileShare share) =>
        new(file, new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = share, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite });
}
