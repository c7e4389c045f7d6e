using Pannier.Core.Crypto;
using Pannier.Core.Sessions;
using Pannier.Core.Storage;
using Pannier.Core.Users;

namespace Pannier.Core.Factors;

/// <summary>A person's passkeys: added, listed, asked for as the second factor, and removed.</summary>
/// <remarks>A question is kept in the session it was put in, one at a time; it is good once and for five minutes.</remarks>
public sealed class Passkeys(Database database, PasskeyProtocol protocol, PasskeyWraps wraps, TimeProvider clock)
{
    private const int Most = 20;
    private readonly PasskeyRecords _records = new(database, protocol, clock);

    /// <summary>Where a passkey made now works.</summary>
    public string Host => protocol.Host;

    /// <summary>In the order they were added.</summary>
    public async Task<IReadOnlyList<PasskeySummary>> AllAsync(Keyring keyring, CancellationToken cancellation) =>
        [.. (await _records.AllAsync(keyring, cancellation)).Select(Summary)];

    /// <summary>Asks for a new one.</summary>
    public async Task<PasskeyQuestion> AskForNewAsync(LiveSession session, PasskeyKind kind, CancellationToken cancellation)
    {
        var (owner, use) = (PasskeyRecords.Owner(session.Keyring, session.Name, await _records.AllAsync(session.Keyring, cancellation)), Use(kind));
        var (options, state) = await protocol.AskForNewAsync(owner, use);
        return Keep(session, use, options, state);
    }

    /// <summary>Adds the one that was asked for.</summary>
    /// <param name="session">Whose, and where it was asked.</param>
    /// <param name="kind">What was asked for.</param>
    /// <param name="answer">The browser's.</param>
    /// <param name="name">What the person calls it.</param>
    /// <param name="alone">The key it gave, and the person's keys with their root key, for one that is to sign in alone; null makes it a second factor only.</param>
    /// <param name="cancellation">Before the write.</param>
    public async Task<PasskeyAdding> AddAsync(LiveSession session, PasskeyKind kind, PasskeyAnswer answer, string name, (BoxKey Key, Keyring Opened)? alone, CancellationToken cancellation)
    {
        if (Take(session, Use(kind)) is not { } state) return PasskeyAdding.NotAsked;
        var all = await _records.AllAsync(session.Keyring, cancellation);
        if (all.Count >= Most) return PasskeyAdding.TooMany;
        if (await protocol.CheckNewAsync(PasskeyRecords.Owner(session.Keyring, session.Name, all), Use(kind), state, answer) is not { } made) return PasskeyAdding.Unfit;

        if (alone is var (key, opened) && !await wraps.AddAsync(opened, made.CredentialId, key, cancellation)) return PasskeyAdding.Unfit;
        var passkey = new Passkey(made.CredentialId, made.PublicKey, made.SignCount, made.Transports ?? [], made.IsBackupEligible, made.IsBackedUp, name, protocol.Host, clock.GetUtcNow(), null, alone is not null);
        return await _records.Of(session.Keyring).PutAsync(Passkey.Id(made.CredentialId), passkey, 0, CancellationToken.None) ? PasskeyAdding.Done : PasskeyAdding.Unfit;
    }

    /// <summary>Asks for any of the person's passkeys that work here, as their second factor.</summary>
    /// <returns>Null when there are none.</returns>
    public Task<PasskeyQuestion?> AskAsync(LiveSession session, CancellationToken cancellation) => AskAsync(session, PasskeyUse.Factor, cancellation);

    /// <summary>As <see cref="AskAsync(LiveSession, CancellationToken)"/>, from somebody who is signed in and proves once more that it is them: with a PIN, a finger or a face.</summary>
    public Task<PasskeyQuestion?> AskAgainAsync(LiveSession session, CancellationToken cancellation) => AskAsync(session, PasskeyUse.Again, cancellation);

    /// <summary>Checks what was answered as the second factor. Whoever calls has begun a try (<see cref="Throttling.Tries"/>).</summary>
    public Task<PasskeyCheck> CheckAsync(LiveSession session, PasskeyAnswer answer, CancellationToken cancellation) => CheckAsync(session, PasskeyUse.Factor, answer, cancellation);

    /// <summary>Checks what was answered to <see cref="AskAgainAsync"/>. Whoever calls has begun a try.</summary>
    public Task<PasskeyCheck> CheckAgainAsync(LiveSession session, PasskeyAnswer answer, CancellationToken cancellation) => CheckAsync(session, PasskeyUse.Again, answer, cancellation);

    /// <summary>Calls one otherwise.</summary>
    /// <returns>False when there is none of this id, or it was used in the same moment: nothing was changed.</returns>
    public async Task<bool> RenameAsync(Keyring keyring, PasskeyId id, string name, CancellationToken cancellation) =>
        await _records.Of(keyring).FindAsync(id.Value, cancellation) is { Value: var passkey } found && await _records.Of(keyring).PutAsync(found.Id, passkey with { Name = name }, found.Version, cancellation);

    /// <summary>Removes one: it opens nothing any more, here.</summary>
    /// <returns>What it was called; null when there is none of this id.</returns>
    public async Task<string?> RemoveAsync(Keyring keyring, PasskeyId id, CancellationToken cancellation)
    {
        if (await _records.Of(keyring).FindAsync(id.Value, cancellation) is not { Value: var passkey }) return null;

        await wraps.RemoveAsync(keyring.User, passkey.CredentialId, cancellation);
        await _records.Of(keyring).RemoveAsync(id.Value, CancellationToken.None);
        return passkey.Name;
    }

    /// <summary>Whether one of them opens the data at this host, and so may stand for the password.</summary>
    public async Task<bool> HasOpenerAsync(Keyring keyring, CancellationToken cancellation) => (await _records.AllAsync(keyring, cancellation)).Any(passkey => passkey.OpensAt(protocol.Host));

    private async Task<PasskeyQuestion?> AskAsync(LiveSession session, PasskeyUse use, CancellationToken cancellation)
    {
        var here = (await _records.AllAsync(session.Keyring, cancellation)).Where(passkey => passkey.Host == protocol.Host).ToList();
        if (here.Count == 0) return null;

        var (options, state) = await protocol.AskAsync(PasskeyRecords.Owner(session.Keyring, session.Name, here), use);
        return Keep(session, use, options, state);
    }

    private async Task<PasskeyCheck> CheckAsync(LiveSession session, PasskeyUse use, PasskeyAnswer answer, CancellationToken cancellation) =>
        Take(session, use) is { } state ? await _records.CheckAsync(session.Keyring, use, state, answer, cancellation) : PasskeyCheck.NotAsked;

    private PasskeyQuestion Keep(LiveSession session, PasskeyUse use, string options, string state)
    {
        session.Ask(new PasskeyAsk(use, state, clock.GetUtcNow() + PasskeyAsk.Life));
        return new PasskeyQuestion(options, null);
    }

    private string? Take(LiveSession session, PasskeyUse use) => session.TakeAsk() is { } ask && ask.Use == use && ask.Until >= clock.GetUtcNow() ? ask.State : null;

    private static PasskeyUse Use(PasskeyKind kind) => kind == PasskeyKind.Alone ? PasskeyUse.AddAlone : PasskeyUse.Add;

    private static PasskeySummary Summary(Passkey passkey) => new(Passkey.Id(passkey.CredentialId), passkey.Name, passkey.Host, passkey.AddedAt, passkey.UsedAt, passkey.SignsIn);
}
