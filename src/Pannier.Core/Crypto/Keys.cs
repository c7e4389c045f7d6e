using System.Security.Cryptography;

namespace Pannier.Core.Crypto;

/// <summary>Random key bytes, for what is no box key: session ids, tokens.</summary>
public static class Keys
{
    /// <summary>Octets of every key.</summary>
    public const int Size = BoxKey.Length;

    public static byte[] New() => RandomNumberGenerator.GetBytes(Size);
}
