using Pannier.Core.Accounts;
using Pannier.Core.Records;

namespace Pannier.Modules.Accounts.Provider;

/// <summary>A sign-in at a provider that somebody has begun: sealed among their records, good in the same session, once, and for minutes.</summary>
/// <param name="Session">Hash of the session's id.</param>
/// <param name="Secret">The verifier of a code that comes by the browser, or the device code.</param>
/// <param name="Nonce">Null where no id token is asked for.</param>
/// <param name="Account">As it will be stored.</param>
/// <param name="PersonName">Of the identity it gets; null for an account that is there already.</param>
/// <param name="IsTaken">Whether an answer has come.</param>
[RecordKind("pending-sign-in", 1)]
internal sealed record PendingSignIn(byte[] Session, DateTimeOffset Until, string Provider, byte[] Secret, string? Nonce, MyAccount Account, string? PersonName, bool IsTaken)
{
    /// <summary>Null when the code comes by the browser.</summary>
    public PendingDevice? Device { get; init; }

    public bool IsNew => PersonName is not null;
}
