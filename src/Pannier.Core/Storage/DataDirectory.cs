namespace Pannier.Core.Storage;

/// <summary>The one place that lasts: a directory that only its owner can open.</summary>
public static class DataDirectory
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Makes the directory with mode 0700, or sees that it has no more.</summary>
    /// <exception cref="InvalidOperationException">Others may open it.</exception>
    public static void Make(string directory)
    {
        if (!Directory.Exists(directory)) Directory.CreateDirectory(directory, Owner);
        else if ((File.GetUnixFileMode(directory) & ~Owner) != 0) throw new InvalidOperationException($"others may open {directory}: run chmod 0700 on it");
    }

    /// <summary>Makes a file of mode 0600 before anybody writes into it.</summary>
    public static void Claim(string file)
    {
        if (File.Exists(file)) return;
        using var made = new FileStream(file, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite });
    }
}
