using System.Collections.Concurrent;
using Pannier.Core.Users;

namespace Pannier.Core.Sessions;

/// <summary>A person who is here: their opened keys and what belongs to them while any of their sessions lives, shared by all of these.</summary>
public sealed class Person : IAsyncDisposable
{
    private readonly ConcurrentDictionary<Type, Lazy<IAsyncDisposable>> _attached = new();

    internal Person(UserAccount user, Keyring? keyring) => (User, Keyring) = (user, keyring);

    public UserAccount User { get; }

    /// <summary>Null while the data is locked.</summary>
    public Keyring? Keyring { get; }

    internal HashSet<LiveSession> Sessions { get; } = [];

    /// <summary>What belongs to this person while they are here, made at first use; disposed when their last session ends.</summary>
    public T Attach<T>(Func<T> make)
        where T : class, IAsyncDisposable =>
        (T)_attached.GetOrAdd(typeof(T), _ => new Lazy<IAsyncDisposable>(make)).Value;

    public async ValueTask DisposeAsync()
    {
        foreach (var attached in _attached.Values.Where(attached => attached.IsValueCreated)) await attached.Value.DisposeAsync();
        Keyring?.Dispose();
    }
}
