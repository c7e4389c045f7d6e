using System.Globalization;
using Pannier.Core.Crypto;
using Pannier.Core.Storage;

namespace Pannier.Cli.Doctor;

/// <summary>Looks at the data directory: mode, site key, database, room.</summary>
internal static class LookAtData
{
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;
    private const long MiB = 1024 * 1024;

    public static async Task<IReadOnlyList<Finding>> LookAsync(string directory, string? mountedKey, CancellationToken cancellation)
    {
        if (!Directory.Exists(directory)) return [Finding.Warn("data directory", $"{directory} does not exist: 'pannier serve' makes it with mode 0700; name another with --data")];
        if ((File.GetUnixFileMode(directory) & Others) != 0) return [Finding.Fail("data directory", $"others may open {directory}: run chmod 0700 {directory}")];

        return
        [
            Finding.Ok("data directory", $"{directory}, only its owner may open it"),
            Writing(directory),
            mountedKey is null ? Key(Path.Combine(directory, "site.key"), SiteKey.Open) : Key(mountedKey, SiteKey.Mounted),
            await DatabaseAsync(directory, cancellation),
            Room(new DriveInfo(directory).AvailableFreeSpace, directory),
        ];
    }

    public static Finding Room(long bytes, string directory) => bytes switch
    {
        < 64 * MiB => Finding.Fail("disk room", $"{Shown(bytes)} left for {directory}: make room, or drafts and sent mail cannot be kept"),
        < 1024 * MiB => Finding.Warn("disk room", $"{Shown(bytes)} left for {directory}: make room soon"),
        _ => Finding.Ok("disk room", $"{Shown(bytes)} left for {directory}"),
    };

    private static Finding Writing(string directory)
    {
        var file = Path.Combine(directory, $"doctor-{Guid.NewGuid():n}");
        try
        {
            using var probe = new FileStream(file, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.DeleteOnClose, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite });
            probe.WriteByte(1);
            probe.Flush(flushToDisk: true);
            return LookAtClock.Compare(TimeProvider.System.GetUtcNow(), File.GetLastWriteTimeUtc(file), "the file system of the data directory");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return Finding.Fail("data directory", $"cannot be written by {Environment.UserName}: {fault.Message}; give it to the user that runs Pannier");
        }
    }

    private static Finding Key(string file, Func<string, SiteKey> open)
    {
        if (!File.Exists(file)) return Finding.Warn("site key", $"{file} does not exist: 'pannier serve' makes it in the data directory, nowhere else; after a restore, put the old one back if you have it");
        try
        {
            using var key = open(file);
            return Finding.Ok("site key", $"{file}, readable and whole; keep a copy apart from the backups");
        }
        catch (SiteKeyFault fault)
        {
            return Finding.Fail("site key", fault.Message);
        }
    }

    private static async Task<Finding> DatabaseAsync(string directory, CancellationToken cancellation)
    {
        if (!DatabaseState.IsThere(directory)) return Finding.Warn("database", "none yet: 'pannier serve' makes it");
        try
        {
            var state = await DatabaseState.ReadAsync(directory, cancellation);
            if (state.Damage is { } damage) return Finding.Fail("database", $"damaged ({damage}): stop Pannier and run 'pannier restore' with the last good backup");
            if (state.Schema > state.Newest) return Finding.Fail("database", $"written by a newer Pannier (schema {state.Schema}; this one knows {state.Newest}): install that version");
            return state.Schema < state.Newest
                ? Finding.Warn("database", $"sound, schema {state.Schema}: the next start brings it to {state.Newest}; make a backup before")
                : Finding.Ok("database", $"sound, schema {state.Schema}");
        }
        catch (StorageFault fault)
        {
            return Finding.Fail("database", fault.Message);
        }
    }

    private static string Shown(long bytes) =>
        bytes >= 1024 * MiB ? string.Create(CultureInfo.InvariantCulture, $"{bytes / (1024.0 * MiB):0.0} GiB") : $"{bytes / MiB} MiB";
}
