using Pannier.Core.Accounts;

namespace Pannier.Core.Away;

/// <summary>An account whose inbox may be counted.</summary>
/// <param name="Password">Of the IMAP server alone.</param>
internal sealed record WatchedAccount(Login Login, byte[] Password);
