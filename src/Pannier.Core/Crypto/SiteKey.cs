using System.Globalization;
using System.Security.Cryptography;

namespace Pannier.Core.Crypto;

/// <summary>The site's own key, from a file outside database and backup; signatures, capability URLs and grants derive from it.</summary>
/// <remarks>
/// The file holds one key a line, <c>number base64</c>; the first line signs, the others only check what they signed before
/// a rotation. All nodes of a site read the same file.
/// </remarks>
public sealed class SiteKey : IDisposable
{
    private readonly List<BoxKey> _keys;
    private readonly Dictionary<(string Purpose, uint Id), BoxKey> _shared = [];
    private readonly Lock _gate = new();

    private SiteKey(List<BoxKey> keys) => _keys = keys;

    /// <param name="key">32 bytes, copied; it gets number 1.</param>
    public SiteKey(ReadOnlySpan<byte> key)
        : this([BoxKey.Of(1, key)])
    {
    }

    /// <summary>The number of the key that signs.</summary>
    public uint Id => _keys[0].Id;

    /// <summary>Reads the key file of a data directory, or makes it (mode 0600) when there is none.</summary>
    /// <exception cref="SiteKeyFault">Unreadable, damaged, or readable by others.</exception>
    public static SiteKey Open(string path)
    {
        if (!File.Exists(path)) Create(path);
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & ~(UnixFileMode.UserRead | UnixFileMode.UserWrite)) != 0)
            throw new SiteKeyFault($"The site key {path} can be read by others. Run: chmod 600 {path}");
        return Mounted(path);
    }

    /// <summary>Reads a key file placed by the operator, as a secret store mounts it; its mode is theirs to choose.</summary>
    /// <exception cref="SiteKeyFault">Unreadable or damaged.</exception>
    public static SiteKey Mounted(string path)
    {
        string[] lines;
        try
        {
            lines = File.ReadAllLines(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new SiteKeyFault($"The site key {path} cannot be read: {fault.Message}");
        }

        var keys = new List<BoxKey>();
        foreach (var line in lines)
        {
            if (line.Trim() is not { Length: > 0 } text) continue;
            keys.Add(Read(text) ?? throw new SiteKeyFault($"The site key {path} is damaged: each line must be a number, a space and 32 bytes in base64."));
        }

        if (keys.Count == 0 || keys.DistinctBy(key => key.Id).Count() != keys.Count)
            throw new SiteKeyFault($"The site key {path} must hold at least one key, and each number once.");
        return new(keys);
    }

    /// <summary>The key for one purpose, of the number that signs now. The caller disposes it.</summary>
    public BoxKey Derive(string purpose) => _keys[0].Derive("site/" + purpose);

    /// <summary>The key for one purpose as it was under another number; null when the file no longer holds that.</summary>
    public BoxKey? Derive(string purpose, uint id) => _keys.Find(key => key.Id == id)?.Derive("site/" + purpose);

    /// <summary>As <see cref="Derive(string, uint)"/>, but made once and kept, readied for its cipher, as long as the site key is: libsodium's guarded memory is dear to set up for each page.</summary>
    /// <param name="purpose">One of a few that the program names; what is a person's own is derived anew each time.</param>
    /// <param name="id">The number of the key.</param>
    /// <returns>Not the caller's to dispose; null when the file no longer holds that number.</returns>
    internal BoxKey? Shared(string purpose, uint id)
    {
        lock (_gate)
        {
            if (_shared.TryGetValue((purpose, id), out var known)) return known;
            return Derive(purpose, id) is { } made ? _shared[(purpose, id)] = made : null;
        }
    }

    /// <summary>HMAC-SHA256 under the purpose's own key.</summary>
    public byte[] Sign(string purpose, ReadOnlySpan<byte> data)
    {
        using var key = Derive(purpose);
        return key.Sign(data);
    }

    /// <summary>Whether any key of the file signed this; compared in constant time.</summary>
    public bool HasSigned(string purpose, ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        var signed = false;
        foreach (var key in _keys)
        {
            using var own = key.Derive("site/" + purpose);
            signed |= CryptographicOperations.FixedTimeEquals(own.Sign(data), signature);
        }

        return signed;
    }

    public void Dispose()
    {
        lock (_gate)
        {
            foreach (var key in _shared.Values) key.Dispose();
            _shared.Clear();
        }

        _keys.ForEach(key => key.Dispose());
    }

    private static void Create(string path)
    {
        var bytes = RandomNumberGenerator.GetBytes(BoxKey.Length);
        try
        {
            using var file = new FileStream(path, NewFile());
            using var text = new StreamWriter(file);
            text.WriteLine($"1 {Convert.ToBase64String(bytes)}");
            text.Flush();
            file.Flush(flushToDisk: true);
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another process made it in the same moment; its key is as good.
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new SiteKeyFault($"The site key {path} cannot be written: {fault.Message}");
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
        }
    }

    private static FileStreamOptions NewFile()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }

    private static BoxKey? Read(string line)
    {
        Span<byte> bytes = stackalloc byte[BoxKey.Length];
        return line.Split(' ') is [var number, var key]
            && uint.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            && Convert.TryFromBase64String(key, bytes, out var length)
            && length == BoxKey.Length
                ? BoxKey.Of(id, bytes)
                : null;
    }
}
