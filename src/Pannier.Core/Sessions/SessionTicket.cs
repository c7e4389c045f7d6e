using System.Buffers.Text;
using System.Security.Cryptography;
using Pannier.Core.Crypto;

namespace Pannier.Core.Sessions;

/// <summary>What the session cookie carries and nothing else knows: a random id and the random key that seals the session's data.</summary>
public sealed class SessionTicket
{
    private readonly byte[] _id;

    private SessionTicket(byte[] id, byte[] key) => (_id, KeyBytes) = (id, key);

    /// <summary>What the store keeps of the id.</summary>
    public byte[] IdHash() => SHA256.HashData(_id);

    internal byte[] KeyBytes { get; }

    public static SessionTicket New() => new(Keys.New(), Keys.New());

    /// <summary>Reads a cookie's value; null when it is none.</summary>
    public static SessionTicket? Read(string cookie) =>
        cookie.Split('.') is [var id, var key] && Base64Url.IsValid(id, out var idSize) && Base64Url.IsValid(key, out var keySize) && idSize == Keys.Size && keySize == Keys.Size
            ? new(Base64Url.DecodeFromChars(id), Base64Url.DecodeFromChars(key))
            : null;

    /// <summary>The cookie's value.</summary>
    public string Reveal() => $"{Base64Url.EncodeToString(_id)}.{Base64Url.EncodeToString(KeyBytes)}";

    public override string ToString() => "•••";
}
