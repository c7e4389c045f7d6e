using Pannier.Core.Crypto;

namespace Pannier.Core.Sessions;

// How a session that lasts gets a new cookie.
public sealed partial class LiveSessions
{
    private static readonly TimeSpan TicketLife = TimeSpan.FromHours(1);
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(1); // for what the browser sent with the old cookie before it had the new one

    /// <summary>Gives a session that lasts a new id and key when its cookie is an hour old: one that was copied is of no use a minute after the person was here again. All else goes on, open pages too.</summary>
    /// <returns>The ticket of the session in its place; null while the present one goes on.</returns>
    public async Task<SessionTicket?> RenewAsync(LiveSession session, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (session is not { StaysUntil: { } until, BaseLevel: SignInLevel.Full } || now - session.TicketAt < TicketLife || !session.TryRenew()) return null;

        var (ticket, keyring) = (SessionTicket.New(), session.Keyring);
        var data = session.DataWith([.. keyring.DataKeys], now);
        var from = SessionAbout.Open(keyring, session.IdHash, (await store.FindAsync(session.IdHash, cancellation))?.About);
        await store.AddAsync(
            new(session.User, ticket.IdHash(), session.CreatedAt, now, until + Note, _boxes.Seal(session.User, ticket, data), SessionAbout.Seal(keyring, ticket.IdHash(), from), session.Provider),
            cancellation);
        session.ReplaceBy(now + Grace);
        await NoteUseAsync(session, CancellationToken.None);
        await AdmitInTurnAsync(session.Person.User, keyring, ticket, data, now, session.Provider);
        return ticket;
    }
}
