using Pannier.Core.Records;

namespace Pannier.Core.Accounts;

/// <summary>An account's passwords as its sealed record holds them, each with the login it was given for.</summary>
/// <remarks>Only <see cref="Credentials"/> reads it.</remarks>
[RecordKind("account-passwords", 1)]
internal sealed record AccountPasswords(Login ImapFor, byte[] Imap, Login SmtpFor, byte[] Smtp);
