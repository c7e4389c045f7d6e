using Pannier.Core.Records;

namespace Pannier.Core.Accounts;

/// <summary>A person's consent that an account is signed in to with tokens (OAuth2), as its sealed record holds it, with the logins it was given for.</summary>
/// <param name="Provider">Its name in the site's configuration.</param>
/// <param name="Authority">Who gave the tokens, and to which client: they are shown to nobody else.</param>
[RecordKind("account-grant", 1)]
internal sealed record AccountGrant(Login ImapFor, Login SmtpFor, string Provider, string Authority, byte[] Refresh, byte[] Access, DateTimeOffset ExpiresAt)
{
    /// <summary>Whether it was given for just this account's logins.</summary>
    public bool IsFor(MyAccount account) => ImapFor == account.Imap && SmtpFor == account.Smtp;
}
