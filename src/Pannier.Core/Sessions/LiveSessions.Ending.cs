using System.Security.Cryptography;
using Pannier.Core.Storage;
using Pannier.Core.Users;

namespace Pannier.Core.Sessions;

// How sessions end.
public sealed partial class LiveSessions
{
    /// <summary>Ends one of a person's sessions by its listed id.</summary>
    /// <returns>False when there is none of this id.</returns>
    public async Task<bool> EndOneAsync(UserId user, string id, CancellationToken cancellation)
    {
        if (id.Length != SHA256.HashSizeInBytes * 2 || !id.All(char.IsAsciiHexDigitUpper) || !await store.RemoveAsync(user, Convert.FromHexString(id), cancellation)) return false;

        if (_live.TryGetValue(id, out var session)) await ForgetAsync([session]);
        return true;
    }

    /// <summary>Ends a session at once: its row goes, and with the person's last one their keys and connections.</summary>
    public async Task EndAsync(LiveSession session, CancellationToken cancellation)
    {
        await store.RemoveAsync(session.IdHash, cancellation);
        await ForgetAsync([session]);
    }

    /// <summary>Ends all of a person's sessions but one.</summary>
    /// <param name="user">Whose.</param>
    /// <param name="but">Null ends all.</param>
    /// <param name="cancellation">Before the write.</param>
    public async Task EndOthersAsync(UserId user, LiveSession? but, CancellationToken cancellation)
    {
        await store.RemoveAllAsync(user, but?.IdHash ?? [], cancellation);
        await ForgetAsync([.. _live.Values.Where(session => session.User == user && session != but)]);
    }

    /// <summary>Ends the sessions that come of one at an identity provider.</summary>
    public async Task EndOfAsync(byte[] provider, CancellationToken cancellation)
    {
        await store.RemoveOfAsync(provider, cancellation);
        await ForgetAsync([.. _live.Values.Where(session => session.Provider is { } own && own.AsSpan().SequenceEqual(provider))]);
    }

    /// <summary>Ends what is idle, old, or removed by another process, also without a request; called every second.</summary>
    /// <exception cref="StorageFault">The storage failed; what was over is forgotten here all the same.</exception>
    public async Task SweepAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await ForgetAsync([.. _live.Values.Where(session => _limits.IsAsleep(session, now) || _limits.IsOver(session, now))]);
        if (_live.Values is { Count: > 0 } live)
        {
            var stored = await store.StillThereAsync([.. live.Select(session => session.IdHash)], cancellation);
            await ForgetAsync([.. live.Where(session => !stored.Contains(Name(session.IdHash)))]);
        }

        if (now - _tidied < Note) return;
        await store.RemoveExpiredAsync(now, cancellation);
        _tidied = now;
    }

    private async Task ForgetAsync(IReadOnlyList<LiveSession> sessions)
    {
        if (sessions.Count == 0) return;

        foreach (var session in sessions) session.End();
        var left = new List<Person>();
        await _turn.WaitAsync(CancellationToken.None);
        try
        {
            foreach (var session in sessions)
            {
                if (!_live.TryRemove(Name(session.IdHash), out _)) continue;
                session.Person.Sessions.Remove(session);
                if (session.Person.Sessions.Count > 0) continue;
                left.Add(session.Person);
                if (_persons.GetValueOrDefault(session.User) == session.Person) _persons.Remove(session.User);
            }
        }
        finally
        {
            _turn.Release();
        }

        await Task.WhenAll(left.Select(person => person.DisposeAsync().AsTask()));
    }
}
