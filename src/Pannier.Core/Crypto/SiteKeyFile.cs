using System.Globalization;
using System.Security.Cryptography;

namespace Pannier.Core.Crypto;

/// <summary>Rotates the site key of a data directory: a new key signs, old ones go on checking what they signed until they are forgotten.</summary>
/// <remarks>The file is replaced as a whole, so that a power cut leaves the old one or the new one. Running nodes read it at their next start.</remarks>
public static class SiteKeyFile
{
    /// <summary>The numbers in the file, the one that signs first.</summary>
    /// <exception cref="SiteKeyFault">There is no file, or it is unreadable, damaged, or readable by others.</exception>
    public static IReadOnlyList<uint> Numbers(string path) => [.. Lines(path).Select(Number)];

    /// <summary>Puts a new key first.</summary>
    /// <returns>Its number.</returns>
    /// <exception cref="SiteKeyFault">As <see cref="Numbers"/>, or the file cannot be written; nothing was changed.</exception>
    public static uint Rotate(string path)
    {
        var lines = Lines(path);
        var number = lines.Max(Number) + 1;
        var bytes = RandomNumberGenerator.GetBytes(BoxKey.Length);
        Replace(path, [$"{number} {Convert.ToBase64String(bytes)}", .. lines]);
        CryptographicOperations.ZeroMemory(bytes);
        return number;
    }

    /// <summary>Takes an old key out: what it signed counts no more.</summary>
    /// <returns>False when there is none of this number.</returns>
    /// <exception cref="SiteKeyFault">As <see cref="Rotate"/>, or it is the key that signs.</exception>
    public static bool Forget(string path, uint number)
    {
        var lines = Lines(path);
        if (Number(lines[0]) == number) throw new SiteKeyFault($"key {number} signs now: rotate first, then forget it");
        IReadOnlyList<string> left = [.. lines.Where(line => Number(line) != number)];
        if (left.Count == lines.Count) return false;
        Replace(path, left);
        return true;
    }

    private static IReadOnlyList<string> Lines(string path)
    {
        if (!File.Exists(path)) throw new SiteKeyFault($"There is no site key {path}: 'pannier serve' makes it.");
        SiteKey.Open(path).Dispose(); // every line is whole, and nobody else can read them
        return [.. File.ReadAllLines(path).Select(line => line.Trim()).Where(line => line.Length > 0)];
    }

    private static uint Number(string line) => uint.Parse(line.Split(' ')[0], CultureInfo.InvariantCulture);

    private static void Replace(string path, IReadOnlyList<string> lines)
    {
        var fresh = path + ".new";
        try
        {
            File.Delete(fresh);
            using (var file = new FileStream(fresh, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite }))
            using (var text = new StreamWriter(file))
            {
                foreach (var line in lines) text.WriteLine(line);
                text.Flush();
                file.Flush(flushToDisk: true);
            }

            File.Move(fresh, path, overwrite: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new SiteKeyFault($"The site key {path} cannot be written: {fault.Message}");
        }
    }
}
