using Pannier.Mail;
using Pannier.Mail.OAuth;

namespace Pannier.Core.Accounts;

/// <summary>What an account's two servers are shown.</summary>
/// <param name="Tokens">What both take theirs from; null with passwords.</param>
internal sealed record AccountProof(LoginProof Imap, LoginProof Smtp, AccessTokens? Tokens);
