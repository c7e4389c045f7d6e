using Microsoft.AspNetCore.Http;
using Pannier.Core.Http;
using Pannier.Core.Users;

namespace Pannier.Core.Audit;

/// <summary>The security log as a handler sees it: it knows where this request came from, and whose session it is.</summary>
public sealed class MyLog(SecurityLog log, LateNotes late, Visit visit, IHttpContextAccessor http)
{
    /// <summary>Notes what the signed-in person did.</summary>
    /// <param name="kind">What.</param>
    /// <param name="about">To what; empty where the kind says all.</param>
    public Task NoteAsync(SecurityEventKind kind, string about = "") => NoteAsync(visit.Required.User, kind, about);

    /// <summary>Notes what somebody did who is known and not yet, or no longer, signed in.</summary>
    public Task NoteAsync(UserId user, SecurityEventKind kind, string about = "") => log.NoteAsync(user, kind, Whereabouts.Of(http.HttpContext), about, CancellationToken.None);

    /// <summary>Notes a wrong password under a name that somebody may have: after the answer, so that its time does not tell whether they do.</summary>
    public void NoteWrong(SignInName name) => late.Add(name, SecurityEventKind.PasswordWrong, Whereabouts.Of(http.HttpContext));

    /// <summary>The person's events, newest first.</summary>
    /// <param name="after">The last event already shown; null begins at the newest.</param>
    /// <param name="atMost">How many.</param>
    /// <param name="cancellation">Stops reading.</param>
    public Task<IReadOnlyList<SecurityEvent>> ReadAsync(string? after, int atMost, CancellationToken cancellation) => log.ReadAsync(visit.Required.Keyring, after, atMost, cancellation);
}
