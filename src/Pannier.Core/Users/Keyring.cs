using System.Security.Cryptography;
using Pannier.Core.Crypto;

namespace Pannier.Core.Users;

/// <summary>A person's opened keys: the root key and the numbered data keys it seals. Pinned in memory and wiped on disposal.</summary>
public sealed class Keyring : IDisposable
{
    private readonly byte[] _root;
    private readonly SortedDictionary<int, byte[]> _data = [];

    public Keyring(ReadOnlySpan<byte> root, IEnumerable<KeyValuePair<int, byte[]>> dataKeys)
    {
        _root = Pinned(root);
        foreach (var (number, key) in dataKeys) _data[number] = Pinned(key);
    }

    /// <summary>The root key, for sealing data keys and for new wraps.</summary>
    public ReadOnlySpan<byte> Root => _root;

    /// <summary>The number of the data key that seals what is new.</summary>
    public int Newest => _data.Keys.Last();

    /// <summary>All data keys by number.</summary>
    public IReadOnlyDictionary<int, byte[]> DataKeys => _data;

    /// <summary>The sub-key of one purpose under a numbered data key; null when there is no such number.</summary>
    public byte[]? Key(int number, string purpose) => _data.TryGetValue(number, out var key) ? Keys.Derive(key, purpose) : null;

    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(_root);
        foreach (var key in _data.Values) CryptographicOperations.ZeroMemory(key);
    }

    private static byte[] Pinned(ReadOnlySpan<byte> key)
    {
        var pinned = GC.AllocateUninitializedArray<byte>(key.Length, pinned: true);
        key.CopyTo(pinned);
        return pinned;
    }
}
