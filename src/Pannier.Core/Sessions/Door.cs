using Microsoft.AspNetCore.Http;
using Pannier.Core.Http;
using Pannier.Core.Users;

namespace Pannier.Core.Sessions;

/// <summary>Lets a person in and out: begins and ends the session of this request, with a new id at every change of privilege.</summary>
/// <remarks>Handlers call it; the cookie is written with their answer.</remarks>
public sealed class Door(LiveSessions sessions, Visit visit, IHttpContextAccessor http, TimeProvider clock)
{
    /// <summary>Signs in; a session that was there before ends. The keyring is the session's from now on.</summary>
    public Task EnterAsync(UserAccount user, Keyring keyring, CancellationToken cancellation) => ChangeAsync(user, keyring, SignInLevel.Full, null, cancellation);

    /// <summary>Signs in as far as a password goes, with the data still locked.</summary>
    public Task WaitAsync(UserAccount user, CancellationToken cancellation) => ChangeAsync(user, null, SignInLevel.PasswordGiven, null, cancellation);

    /// <summary>Notes that the password was given again just now (step-up).</summary>
    public Task ConfirmAsync(UserAccount user, Keyring keyring, CancellationToken cancellation) => ChangeAsync(user, keyring, SignInLevel.Full, clock.GetUtcNow(), cancellation);

    /// <summary>Signs out.</summary>
    public async Task LeaveAsync(CancellationToken cancellation)
    {
        if (visit.Session is not { } session) return;

        await sessions.EndAsync(session, cancellation);
        visit.Session = null;
        if (http.HttpContext is { } context) Cookies.Remove(context, Cookies.Session);
    }

    private async Task ChangeAsync(UserAccount user, Keyring? keyring, SignInLevel level, DateTimeOffset? confirmedAt, CancellationToken cancellation)
    {
        var before = visit.Session;
        var ticket = await sessions.BeginAsync(user, keyring, level, confirmedAt, cancellation);
        if (before is not null) await sessions.EndAsync(before, cancellation);
        if (http.HttpContext is { } context) Cookies.Set(context, Cookies.Session, ticket.Reveal());
        visit.Session = await sessions.OpenAsync(ticket.Reveal(), cancellation);
    }
}
