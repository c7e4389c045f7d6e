using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;
using Pannier.Core.Crypto;
using Pannier.Core.Users;

namespace Pannier.Core.Sessions;

/// <summary>A person who is here: their opened keys and what belongs to them while any of their sessions lives, shared by all of these.</summary>
public sealed class Person : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<Type, IAsyncDisposable> _attached = [];
    private bool _gone;

    internal Person(UserAccount user, Keyring? keyring) => (User, Keyring) = (user, keyring);

    public UserAccount User { get; }

    /// <summary>Null while the data is locked.</summary>
    public Keyring? Keyring { get; }

    internal HashSet<LiveSession> Sessions { get; } = [];

    /// <summary>What belongs to this person while they are here, made at first use; disposed when their last session ends.</summary>
    /// <param name="make">Quick, and calls nothing here: one at a time.</param>
    /// <exception cref="VaultLocked">Their last session ended meanwhile: nothing is opened for somebody who has left.</exception>
    public T Attach<T>(Func<T> make)
        where T : class, IAsyncDisposable
    {
        lock (_gate)
        {
            if (_gone) throw new VaultLocked();
            if (!_attached.TryGetValue(typeof(T), out var attached)) _attached[typeof(T)] = attached = make();
            return (T)attached;
        }
    }

    /// <summary>Wipes the keys, then closes what was attached; one that fails to close keeps no other open.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "The end of a person's stay: everything is closed first, then the first fault goes on.")]
    public async ValueTask DisposeAsync()
    {
        List<IAsyncDisposable> attached;
        lock (_gate)
        {
            _gone = true;
            attached = [.. _attached.Values];
            _attached.Clear();
        }

        Keyring?.Dispose();
        ExceptionDispatchInfo? first = null;
        foreach (var thing in attached)
        {
            try
            {
                await thing.DisposeAsync();
            }
            catch (Exception fault)
            {
                first ??= ExceptionDispatchInfo.Capture(fault);
            }
        }

        first?.Throw();
    }
}
