using System.Buffers.Text;
using System.Security.Cryptography;
using Pannier.Core.Crypto;

namespace Pannier.Core.Sessions;

/// <summary>What the session cookie carries and nothing else knows: a random id and the random key that seals the session's data.</summary>
public sealed class SessionTicket
{
    private readonly byte[] _id;
    private readonly byte[] _key;

    private SessionTicket(byte[] id, byte[] key) => (_id, _key) = (id, key);

    /// <summary>What the store keeps of the id.</summary>
    public byte[] IdHash() => SHA256.HashData(_id);

    /// <summary>What a live session keeps of the key, to know its cookie again without it.</summary>
    internal byte[] KeyHash() => SHA256.HashData(_key);

    /// <summary>The caller disposes it.</summary>
    internal BoxKey SealingKey() => BoxKey.Of(0, _key);

    public static SessionTicket New() => new(Keys.New(), Keys.New());

    /// <summary>Reads a cookie's value; null when it is none.</summary>
    public static SessionTicket? Read(string cookie) =>
        cookie.Length <= 128 && cookie.Split('.') is [var id, var key] && Base64Url.IsValid(id, out var idSize) && Base64Url.IsValid(key, out var keySize) && idSize == Keys.Size && keySize == Keys.Size
            ? new(Base64Url.DecodeFromChars(id), Base64Url.DecodeFromChars(key))
            : null;

    /// <summary>The cookie's value.</summary>
    public string Reveal() => $"{Base64Url.EncodeToString(_id)}.{Base64Url.EncodeToString(_key)}";

    public override string ToString() => "•••";
}
