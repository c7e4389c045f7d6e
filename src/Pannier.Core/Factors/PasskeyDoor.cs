using Pannier.Core.Http;
using Pannier.Core.Storage;
using Pannier.Core.Users;
using Pannier.Mail;

namespace Pannier.Core.Factors;

/// <summary>Signs in by a passkey alone: the key it gives opens the person's wrap, what is kept of it is sealed behind that, and the signature is checked then.</summary>
public sealed class PasskeyDoor
{
    private readonly PasskeyProtocol _protocol;
    private readonly PasskeyWraps _wraps;
    private readonly PasskeyTickets _tickets;
    private readonly PasskeyRecords _records;

    internal PasskeyDoor(Database database, PasskeyProtocol protocol, PasskeyWraps wraps, PasskeyTickets tickets, TimeProvider clock) =>
        (_protocol, _wraps, _tickets, _records) = (protocol, wraps, tickets, new PasskeyRecords(database, protocol, clock));

    /// <summary>Asks for whichever passkey of this site the visitor has.</summary>
    public async Task<PasskeyQuestion> AskAsync()
    {
        var (options, state) = await _protocol.AskAsync(null, PasskeyUse.SignIn);
        return new PasskeyQuestion(options, _tickets.Issue(state));
    }

    /// <summary>Asks somebody who is signed in for one of theirs that open their data here, which is then named to the authenticator.</summary>
    /// <returns>Null when they have none.</returns>
    public async Task<PasskeyQuestion?> AskOwnerAsync(Keyring keyring, CancellationToken cancellation)
    {
        var opening = (await _records.AllAsync(keyring, cancellation)).Where(passkey => passkey.OpensAt(_protocol.Host)).ToList();
        if (opening.Count == 0) return null;

        var (options, state) = await _protocol.AskAsync(PasskeyRecords.Owner(keyring, "", opening), PasskeyUse.SignIn);
        return new PasskeyQuestion(options, _tickets.Issue(state));
    }

    /// <summary>Checks an answer. Whoever calls has begun a try (<see cref="Throttling.Tries"/>).</summary>
    /// <param name="ticket">That came with the question.</param>
    /// <param name="answer">The browser's.</param>
    /// <param name="given">The key that the passkey gave.</param>
    /// <param name="cancellation">Before the write.</param>
    public async Task<PasskeyEntry> EnterAsync(Line ticket, PasskeyAnswer answer, Secret given, CancellationToken cancellation)
    {
        if (_tickets.Redeem(ticket.Value) is not { } state) return new PasskeyEntry.Refused();
        using var key = PasskeyKey.Read(given);
        if (key is null || await _wraps.OpenAsync(answer.CredentialId, key, cancellation) is not var (user, keyring)) return new PasskeyEntry.Refused();

        var check = PasskeyCheck.Wrong;
        try
        {
            check = await _records.CheckAsync(keyring, PasskeyUse.SignIn, state, answer, cancellation);
        }
        finally
        {
            if (check != PasskeyCheck.Right) keyring.Dispose();
        }

        return check switch
        {
            PasskeyCheck.Right => new PasskeyEntry.Opened(user, keyring),
            PasskeyCheck.WentBack => new PasskeyEntry.WentBack(user.Id),
            _ => new PasskeyEntry.Refused(),
        };
    }
}
