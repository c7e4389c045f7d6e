using System.Buffers.Text;
using System.Security.Cryptography;

namespace Pannier.Core.Http;

/// <summary>What a cookie carries that only says that its browser has been here: 32 random bytes, of which the hash is kept. It opens nothing.</summary>
internal sealed class BrowserToken
{
    private const int Size = 32;
    private readonly byte[] _value;

    private BrowserToken(byte[] value) => _value = value;

    /// <summary>What is kept of it.</summary>
    public byte[] Hash() => SHA256.HashData(_value);

    public static BrowserToken New() => new(RandomNumberGenerator.GetBytes(Size));

    /// <summary>Reads a cookie's value; null when it is none.</summary>
    public static BrowserToken? Read(string cookie) =>
        cookie.Length <= 64 && Base64Url.IsValid(cookie, out var size) && size == Size ? new(Base64Url.DecodeFromChars(cookie)) : null;

    /// <summary>The cookie's value.</summary>
    public string Reveal() => Base64Url.EncodeToString(_value);

    public override string ToString() => "•••";
}
