using Pannier.Core;
using Pannier.Core.Accounts;
using Pannier.Core.Http;
using Pannier.Mail;

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

    /// <param name="health">Null before the first connection.</param>
    public static Said State(StoreHealth? health) => health switch
    {
        { LastFault: { } fault } => FaultTexts.Say(fault),
        { LastAnswer: { } at } => Said.Of("accounts.state.connected", "at", at),
        _ => Said.Of("accounts.state.unknown"),
    };
}
