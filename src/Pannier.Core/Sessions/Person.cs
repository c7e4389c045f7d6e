using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;
using Pannier.Core.Crypto;
using Pannier.Core.Users;

namespace Pannier.Core.Sessions;

/// <summary>A person who is here: their opened keys and what belongs to them while any of their sessions lives, shared by all of these.</summary>
public sealed class Person : IAsyncDisposable
{
    private static readonly TimeSpan MostToLeave = TimeSpan.FromSeconds(10);
    private readonly Lock _gate = new();
    private readonly Dictionary<Type, IAsyncDisposable> _attached = [];
    private bool _gone;

    internal Person(UserAccount user, Keyring? keyring) => (User, Keyring) = (user, keyring);

    public UserAccount User { get; }

    /// <summary>Null while the data is locked.</summary>
    public Keyring? Keyring { get; }

    /// <summary>After how long without use the person wants to be signed out; null leaves it to the site.</summary>
    internal TimeSpan? IdleLimit { get; set; }

    /// <summary>Whether <see cref="IdleLimit"/> was looked up.</summary>
    internal bool KnowsIdleLimit { get; set; }

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

    /// <summary>Lets go of what was attached; the next use makes another. The caller disposes of it.</summary>
    /// <returns>False when it is not attached, or no longer.</returns>
    internal bool Release<T>(T attached)
        where T : class, IAsyncDisposable
    {
        lock (_gate) return _attached.TryGetValue(typeof(T), out var held) && ReferenceEquals(held, attached) && _attached.Remove(typeof(T));
    }

    /// <summary>Lets what must finish with the keys do so, for ten seconds at most, wipes them, then closes what was attached; one that fails to close keeps no other open.</summary>
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

        ExceptionDispatchInfo? first = await LeaveAsync([.. attached.OfType<ILeaves>()]);
        Keyring?.Dispose();
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

    [SuppressMessage("Design", "CA1031", Justification = "Whatever fails to finish must not keep the keys from being wiped.")]
    private static async Task<ExceptionDispatchInfo?> LeaveAsync(IReadOnlyList<ILeaves> leaving)
    {
        if (leaving.Count == 0) return null;
        using var limit = new CancellationTokenSource(MostToLeave);
        try
        {
            await Task.WhenAll(leaving.Select(one => one.LeaveAsync(limit.Token))).WaitAsync(limit.Token);
            return null;
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            return null; // what is not finished now is at the next visit
        }
        catch (Exception fault)
        {
            return ExceptionDispatchInfo.Capture(fault);
        }
    }
}
