using System.Security.Cryptography;

namespace Pannier.Core.Crypto;

/// <summary>A 32-byte key that seals boxes or derives others. Wiped on disposal, after the last use under way.</summary>
public sealed class BoxKey : IDisposable
{
    public const int Length = 32;

    private readonly Lock _gate = new();
    private readonly KeyBytes _bytes;
    private readonly Dictionary<CryptoSuite, IDisposable> _prepared = [];

    private BoxKey(uint id, ReadOnlySpan<byte> bytes)
    {
        Id = id;
        _bytes = new KeyBytes(bytes);
    }

    /// <summary>Written into every box the key seals, so that a reader finds it after a rotation.</summary>
    public uint Id { get; }

    /// <param name="id">The key's number.</param>
    /// <param name="bytes">32 bytes, copied; the caller wipes its own.</param>
    /// <exception cref="ArgumentException">Not 32 bytes.</exception>
    public static BoxKey Of(uint id, ReadOnlySpan<byte> bytes) =>
        bytes.Length == Length ? new(id, bytes) : throw new ArgumentException($"A key has {Length} bytes.", nameof(bytes));

    public static BoxKey New(uint id)
    {
        Span<byte> bytes = stackalloc byte[Length];
        RandomNumberGenerator.Fill(bytes);
        try
        {
            return new(id, bytes);
        }
        finally
        {
            bytes.Clear();
        }
    }

    /// <summary>The key for one purpose; it keeps this key's number.</summary>
    /// <exception cref="ObjectDisposedException">The key was wiped.</exception>
    public BoxKey Derive(string purpose)
    {
        Span<byte> bytes = stackalloc byte[Length];
        using var own = _bytes.Hold();
        Hkdf.Expand(own.Bytes, purpose, bytes);
        try
        {
            return new(Id, bytes);
        }
        finally
        {
            bytes.Clear();
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            foreach (var prepared in _prepared.Values) prepared.Dispose();
            _prepared.Clear();
            _bytes.Dispose();
        }
    }

    /// <summary>A keyed hash (HMAC-SHA256) under this key: signatures, throttle names.</summary>
    /// <exception cref="ObjectDisposedException">The key was wiped.</exception>
    public byte[] Sign(ReadOnlySpan<byte> message)
    {
        using var own = _bytes.Hold();
        return HMACSHA256.HashData(own.Bytes, message);
    }

    internal void CopyTo(Span<byte> target)
    {
        using var own = _bytes.Hold();
        own.Bytes.CopyTo(target);
    }

    /// <exception cref="ObjectDisposedException">The key was wiped.</exception>
    internal IDisposable For(BoxCipher cipher)
    {
        lock (_gate)
        {
            if (_prepared.TryGetValue(cipher.Algorithm, out var prepared)) return prepared;
            using var own = _bytes.Hold();
            return _prepared[cipher.Algorithm] = cipher.Prepare(own.Bytes);
        }
    }
}
