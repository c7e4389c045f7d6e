using Pannier.Core;
using Pannier.Core.Accounts;
using Pannier.Core.Http;
using Pannier.Mail;
using Pannier.Mail.Lists;

namespace Pannier.Modules.Accounts;

/// <summary>Says how an account's servers are.</summary>
internal static class AccountWords
{
    /// <summary>What failed, server by server; empty when nothing.</summary>
    public static IReadOnlyList<Said> Failures(AccountTrial trial) =>
    [
        .. trial.Imap is { } imap ? [Said.Of("accounts.failed.imap", "why", FaultTexts.Say(imap))] : Array.Empty<Said>(),
        .. trial.Smtp is { } smtp ? [Said.Of("accounts.failed.smtp", "why", FaultTexts.Say(smtp))] : Array.Empty<Said>(),
    ];

    /// <summary>What else is to be told of an account that is open.</summary>
    /// <param name="filling">Null when all its mail is read in.</param>
    public static IReadOnlyList<Said> Facts(StoreHealth health, Filling? filling, int waiting) =>
    [
        filling switch
        {
            null => Said.Of("accounts.filled"),
            { Of: 0 } => Said.Of("accounts.filling.begins"),
            { Held: var held, Of: var of } => Said.Of(filling.IsHeld ? "accounts.filling.held" : "accounts.filling", "held", held).With("of", of),
        },
        Said.Of("accounts.connections", "count", health.Open).With("most", health.Ceiling),
        .. waiting > 0 ? [Said.Of("accounts.waiting", "count", waiting)] : Array.Empty<Said>(),
        .. health.NotBefore is { } at ? [Said.Of("accounts.next-try", "at", at)] : Array.Empty<Said>(),
    ];

    /// <param name="health">Null before the first connection.</param>
    public static AccountState StateOf(StoreHealth? health) => health switch { { LastFault: not null } => AccountState.Failing, { LastAnswer: not null } => AccountState.Fine, _ => AccountState.Unknown };

    /// <param name="health">Null before the first connection.</param>
    public static Said State(StoreHealth? health) => health switch
    {
        { LastFault: { } fault } => FaultTexts.Say(fault),
        { LastAnswer: { } at } => Said.Of("accounts.state.connected", "at", at),
        _ => Said.Of("accounts.state.unknown"),
    };
}
