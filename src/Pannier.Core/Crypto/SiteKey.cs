using System.Security.Cryptography;

namespace Pannier.Core.Crypto;

/// <summary>The site's own key: 32 bytes in a file of mode 0600, never in the database or a backup. Every use has a key of its own by HKDF.</summary>
public sealed class SiteKey
{
    private readonly byte[] _key;

    public SiteKey(ReadOnlySpan<byte> key)
    {
        if (key.Length != Keys.Size) throw new ArgumentException($"a site key has {Keys.Size} bytes", nameof(key));
        _key = key.ToArray();
    }

    /// <summary>Reads the key file, or makes it when there is none.</summary>
    /// <exception cref="InvalidOperationException">The file is not a key, or others may read it.</exception>
    public static SiteKey Open(string file)
    {
        if (!File.Exists(file))
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite };
            using var stream = new FileStream(file, options);
            stream.Write(Keys.New());
        }

        if ((File.GetUnixFileMode(file) & ~(UnixFileMode.UserRead | UnixFileMode.UserWrite)) != 0) throw new InvalidOperationException($"others may read {file}: run chmod 0600 on it");

        var key = File.ReadAllBytes(file);
        return key.Length == Keys.Size ? new SiteKey(key) : throw new InvalidOperationException($"{file} is not a site key of {Keys.Size} bytes");
    }

    /// <summary>HMAC-SHA256 under the purpose's own key.</summary>
    public byte[] Sign(string purpose, ReadOnlySpan<byte> data) => HMACSHA256.HashData(Keys.Derive(_key, "site/" + purpose), data);
}
