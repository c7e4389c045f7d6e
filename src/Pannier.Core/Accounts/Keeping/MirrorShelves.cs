using Microsoft.Extensions.Logging;
using Pannier.Core.Storage;
using Pannier.Core.Users;

namespace Pannier.Core.Accounts.Keeping;

/// <summary>Where kept mirrors lie: one cache file a person beside the database, outside every backup. Losing one costs time, never mail.</summary>
/// <param name="directory">The data directory.</param>
public sealed class MirrorShelves(string directory, ILoggerFactory logs)
{
    private readonly string _directory = Path.Combine(directory, "mirror");

    /// <summary>The shelf of a person, whose keys seal what is on it.</summary>
    internal SealedShelf Open(Keyring keyring)
    {
        DataDirectory.Make(_directory);
        return new SealedShelf(File(keyring.User), keyring, logs.CreateLogger<SealedShelf>());
    }

    /// <summary>Removes the kept mirrors of everybody else: they were removed, or the data is another since a restore.</summary>
    public void KeepOnly(IReadOnlySet<UserId> people)
    {
        if (!Directory.Exists(_directory)) return;
        foreach (var file in Directory.EnumerateFiles(_directory, "*.db"))
            if (UserId.Read(Path.GetFileNameWithoutExtension(file)) is not { } user || !people.Contains(user)) Remove(file);
    }

    /// <summary>Removes the kept mirror of a person.</summary>
    public void Remove(UserId user) => Remove(File(user));

    private static void Remove(string file)
    {
        foreach (var one in SqliteFile.AllOf(file)) System.IO.File.Delete(one);
    }

    private string File(UserId user) => Path.Combine(_directory, user.Value + ".db");
}
