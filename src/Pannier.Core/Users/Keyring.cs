using System.Collections.Concurrent;
using Pannier.Core.Crypto;

namespace Pannier.Core.Users;

/// <summary>A person's opened keys. It lives as long as one of their sessions does, and is wiped with the last.</summary>
/// <remarks>
/// A wipe waits for the sealing or opening under way in another request and refuses the next: nothing is ever sealed with
/// a key of zeroes. The root key is there only between a password and the session's begin.
/// </remarks>
public sealed class Keyring : IDisposable
{
    private readonly Vault _vault;
    private readonly SortedDictionary<uint, BoxKey> _dataKeys = [];
    private readonly ConcurrentDictionary<(uint Number, string Kind), BoxKey> _subKeys = new();
    private readonly Lock _gate = new();
    private BoxKey? _root;
    private uint _newest;
    private bool _closed;

    /// <param name="user">Whose keys they are.</param>
    /// <param name="vault">Seals and opens.</param>
    /// <param name="root">Null in a session; owned from here on.</param>
    /// <param name="dataKeys">At least one; owned from here on. The highest number seals.</param>
    internal Keyring(UserId user, Vault vault, BoxKey? root, IEnumerable<BoxKey> dataKeys)
    {
        (User, _vault, _root) = (user, vault, root);
        foreach (var key in dataKeys) _dataKeys.Add(key.Id, key);
        _newest = _dataKeys.Keys.Last();
    }

    public UserId User { get; }

    /// <summary>The number of the data key that seals what is new.</summary>
    public uint Newest => Volatile.Read(ref _newest);

    /// <summary>The suite of new boxes.</summary>
    public CryptoSuite Suite => _vault.Suite;

    /// <summary>All data keys, lowest number first.</summary>
    internal IReadOnlyList<BoxKey> DataKeys
    {
        get
        {
            lock (_gate) return [.. _dataKeys.Values];
        }
    }

    /// <summary>The root key, for new wraps and data keys.</summary>
    /// <exception cref="VaultLocked">This is a session's keyring, which has none: ask for the password.</exception>
    internal BoxKey Root => _root ?? throw new VaultLocked();

    /// <summary>Seals with the newest data key's sub-key of the kind.</summary>
    /// <exception cref="VaultLocked">The keys were wiped: the session has ended.</exception>
    public byte[] Seal(AssociatedData bound, ReadOnlySpan<byte> plain)
    {
        try
        {
            return _vault.Seal(SubKey(Newest, bound), bound, plain);
        }
        catch (ObjectDisposedException)
        {
            throw new VaultLocked();
        }
    }

    /// <returns>The content; wipe it when it was a secret.</returns>
    /// <exception cref="BoxRefused">Changed, moved, another person's, or of a key or suite that is not here.</exception>
    /// <exception cref="VaultLocked">The keys were wiped: the session has ended.</exception>
    public byte[] Open(AssociatedData bound, ReadOnlySpan<byte> box)
    {
        try
        {
            return _vault.Open(SubKey(Box.Read(box).KeyId, bound), bound, box);
        }
        catch (ObjectDisposedException)
        {
            throw new VaultLocked();
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _closed = true;
            _root?.Dispose();
            foreach (var key in _dataKeys.Values) key.Dispose();
            foreach (var key in _subKeys.Values) key.Dispose();
        }
    }

    /// <summary>Takes a new data key in, which seals from now on; owned from here on.</summary>
    internal void Add(BoxKey key)
    {
        lock (_gate)
        {
            if (_closed || !_dataKeys.TryAdd(key.Id, key))
            {
                key.Dispose();
                return;
            }

            Volatile.Write(ref _newest, _dataKeys.Keys.Last());
        }
    }

    /// <summary>Takes in copies of the data keys that are missing here: they were made while this keyring was open.</summary>
    internal void Adopt(Keyring other)
    {
        Span<byte> bytes = stackalloc byte[BoxKey.Length];
        foreach (var key in other.DataKeys.Where(key => DataKeys.All(own => own.Id != key.Id)))
        {
            key.CopyTo(bytes);
            Add(BoxKey.Of(key.Id, bytes));
        }

        bytes.Clear();
    }

    /// <summary>Wipes the root key: a session needs only the data keys.</summary>
    internal void ForgetRoot()
    {
        _root?.Dispose();
        _root = null;
    }

    private BoxKey SubKey(uint number, AssociatedData bound)
    {
        if (bound.Owner != User.Value) throw BoxRefused.Damaged(bound.Kind);
        if (_subKeys.TryGetValue((number, bound.Kind), out var known)) return known;
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            if (!_dataKeys.TryGetValue(number, out var dataKey))
                throw new BoxRefused(BoxFault.KeyMissing, $"A sealed value of kind {bound.Kind} names data key {number}, which this person does not have.");
            return _subKeys.GetOrAdd((number, bound.Kind), static (name, key) => key.Derive("data/" + name.Kind), dataKey);
        }
    }
}
