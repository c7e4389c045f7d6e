using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Pannier.Core.Audit;
using Pannier.Core.Devices;
using Pannier.Core.Factors;
using Pannier.Core.Http;
using Pannier.Core.Sealing;
using Pannier.Core.Users;

namespace Pannier.Core.Sessions;

/// <summary>Lets a person in and out: begins and ends the session of this request, with a new id at every change of privilege.</summary>
/// <remarks>Handlers call it; the cookie is written with their answer.</remarks>
public sealed class Door(LiveSessions sessions, SecondFactors factors, SecurityLog log, MyDevices devices, IOptions<SessionOptions> options, IOptions<SecondFactorOptions> policy, Visit visit, IHttpContextAccessor http, TimeProvider clock)
{
    /// <summary>Signs in, or only as far as the second factor where the person has one or has to have one; a session that was there before ends. The keyring is the session's from now on.</summary>
    /// <remarks>What they wished when they were let in half-way is done once they are in fully.</remarks>
    /// <returns>Whether the second factor is still to be given, or set up.</returns>
    public Task<Entered> EnterAsync(UserAccount user, Keyring keyring, CancellationToken cancellation) =>
        EnterAsync(user, keyring, null, visit.Session is { BaseLevel: SignInLevel.PasswordGiven } half && half.User == user.Id ? half.Wishes : Wishes.None, cancellation);

    /// <inheritdoc cref="EnterAsync(UserAccount, Keyring, CancellationToken)"/>
    /// <param name="wishes">What the person wishes for this browser; it is done once they are in fully.</param>
    public Task<Entered> EnterAsync(UserAccount user, Keyring keyring, Wishes wishes, CancellationToken cancellation) => EnterAsync(user, keyring, null, wishes, cancellation);

    /// <inheritdoc cref="EnterAsync(UserAccount, Keyring, CancellationToken)"/>
    /// <param name="provider">Their session at an identity provider, hashed; null goes on with the one before.</param>
    /// <param name="wishes">What the person wishes for this browser; it is done once they are in fully.</param>
    public async Task<Entered> EnterAsync(UserAccount user, Keyring keyring, byte[]? provider, Wishes wishes, CancellationToken cancellation)
    {
        var asks = policy.Value.Binds(user.Role) || await factors.IsSetUpAsync(keyring, cancellation);
        await ChangeAsync(user, keyring, asks ? SignInLevel.PasswordGiven : SignInLevel.Full, null, cancellation, provider, wishes);
        return asks ? Entered.FactorAsked : Entered.Fully;
    }

    /// <summary>Signs in fully: the second factor was right, or given in the session that goes on.</summary>
    public Task PassAsync(UserAccount user, Keyring keyring, CancellationToken cancellation) => ChangeAsync(user, keyring, SignInLevel.Full, null, cancellation);

    /// <inheritdoc cref="PassAsync(UserAccount, Keyring, CancellationToken)"/>
    /// <param name="wishes">What the person wishes for this browser.</param>
    public Task PassAsync(UserAccount user, Keyring keyring, Wishes wishes, CancellationToken cancellation) => ChangeAsync(user, keyring, SignInLevel.Full, null, cancellation, wishes: wishes);

    /// <summary>Signs in as far as a password, or somebody's word, goes, with the data still locked.</summary>
    /// <param name="provider">Their session at an identity provider, hashed; null for none.</param>
    /// <param name="wishes">What the person wishes for this browser; it is done once they are in fully.</param>
    public Task WaitAsync(UserAccount user, byte[]? provider, Wishes wishes, CancellationToken cancellation) => ChangeAsync(user, null, SignInLevel.PasswordGiven, null, cancellation, provider, wishes);

    /// <summary>Notes that the password was given again just now (step-up).</summary>
    public Task ConfirmAsync(UserAccount user, Keyring keyring, CancellationToken cancellation) => ChangeAsync(user, keyring, SignInLevel.Full, clock.GetUtcNow(), cancellation);

    /// <summary>Turns sealed answers off for this session; in all else it goes on as it was.</summary>
    public Task UnsealAsync(CancellationToken cancellation)
    {
        var session = visit.Required;
        return ChangeAsync(session.Person.User, session.Keyring, session.BaseLevel, session.ConfirmedAt, session.Seal with { Sealing = AnswerSealing.Off }, cancellation);
    }

    /// <summary>Signs out.</summary>
    public async Task LeaveAsync(CancellationToken cancellation)
    {
        if (visit.Session is not { } session) return;

        await sessions.EndAsync(session, cancellation);
        visit.Session = null;
        if (http.HttpContext is { } context) Cookies.Remove(context, Cookies.Session);
    }

    private Task ChangeAsync(UserAccount user, Keyring? keyring, SignInLevel level, DateTimeOffset? confirmedAt, CancellationToken cancellation, byte[]? provider = null, Wishes? wishes = null) =>
        ChangeAsync(user, keyring, level, confirmedAt, visit.Session?.User == user.Id ? visit.Session.Seal : SessionSeal.New(), cancellation, provider, wishes);

    private async Task ChangeAsync(UserAccount user, Keyring? keyring, SignInLevel level, DateTimeOffset? confirmedAt, SessionSeal seal, CancellationToken cancellation, byte[]? provider = null, Wishes? wishes = null)
    {
        if (keyring is not null) await log.OpenAsync(keyring, cancellation);
        var before = visit.Session ?? (visit.Doubted is { } doubted && doubted.User == user.Id ? doubted : null);
        var goesOn = visit.Session?.User == user.Id ? visit.Session : null;
        var beginning = new Beginning(level, confirmedAt)
        {
            From = Whereabouts.Of(http.HttpContext),
            Traits = RequestTraits.Of(http.HttpContext, options.Value.Address),
            Seal = seal,
            Provider = provider ?? goesOn?.Provider,
            Wishes = wishes ?? goesOn?.Wishes ?? Wishes.None,
            StaysUntil = wishes is null ? goesOn?.StaysUntil : null,
        };
        var ticket = await sessions.BeginAsync(user, keyring, beginning, cancellation);
        if (before is not null) await sessions.EndAsync(before, cancellation);
        visit.Session = await sessions.OpenAsync(ticket.Reveal(), cancellation);
        if (http.HttpContext is not { } context) return;
        Cookies.Set(context, Cookies.Session, ticket.Reveal(), visit.Session?.StaysUntil);
        if (level == SignInLevel.Full && beginning.Wishes.HasFlag(Wishes.Device) && visit.Session?.Person.Keyring is { } open) await devices.KeepAsync(user, open, cancellation);
    }
}
