using System.Security.Cryptography;
using Pannier.Core.Records;
using Pannier.Mail;
using Pannier.Mail.Lists;

namespace Pannier.Core.Accounts;

/// <summary>The person's accounts, their passwords and mailbox ids, as their sealed records hold them.</summary>
internal sealed partial class AccountBook(IMyRecords<MyAccount> accounts, IMyRecords<AccountPasswords> passwords, IMyRecords<AccountGrant> grants, IMyRecords<AccountMailboxes> mailboxes, IMyRecords<Identity> identities)
{
    /// <summary>The accounts in the person's order.</summary>
    public async Task<IReadOnlyList<MyAccount>> AllAsync(CancellationToken cancellation)
    {
        var all = new List<MyAccount>();
        await foreach (var record in accounts.AllAsync(cancellation)) all.Add(record.Value);
        return [.. all.OrderBy(account => account.Order).ThenBy(account => account.Id)];
    }

    public async Task<MyAccount?> FindAsync(AccountId id, CancellationToken cancellation) =>
        (await accounts.FindAsync(id.ToString(), cancellation))?.Value;

    public Task SaveAsync(MyAccount account, CancellationToken cancellation) => accounts.PutAsync(account.Id.ToString(), account, cancellation);

    /// <summary>Stores an account with the passwords of just its logins; the secrets stay the caller's.</summary>
    public async Task SaveAsync(MyAccount account, Secret imap, Secret smtp, CancellationToken cancellation)
    {
        var given = new AccountPasswords(account.Imap, imap.RevealBytes().ToArray(), account.Smtp, smtp.RevealBytes().ToArray());
        await SavePasswordsAsync(account.Id, given, cancellation);
        CryptographicOperations.ZeroMemory(given.Imap);
        CryptographicOperations.ZeroMemory(given.Smtp);
        await grants.RemoveAsync(account.Id.ToString(), CancellationToken.None); // one way in at a time
        await SaveAsync(account, CancellationToken.None); // a password without its account would be lost
    }

    /// <summary>Stores passwords, each bound to the login it was given for.</summary>
    public Task SavePasswordsAsync(AccountId id, AccountPasswords given, CancellationToken cancellation) => passwords.PutAsync(id.ToString(), given, cancellation);

    /// <summary>The passwords that were given for just these logins; null where there are none, or the login was changed since.</summary>
    public async Task<AccountPasswords?> PasswordsAsync(MyAccount account, CancellationToken cancellation) =>
        (await passwords.FindAsync(account.Id.ToString(), cancellation))?.Value is { } given && given.ImapFor == account.Imap && given.SmtpFor == account.Smtp ? given : null;

    public async Task<IReadOnlyList<KnownMailbox>> MailboxesAsync(AccountId id, CancellationToken cancellation) =>
        (await mailboxes.FindAsync(id.ToString(), cancellation))?.Value.Mailboxes ?? [];

    public Task SaveMailboxesAsync(AccountId id, IReadOnlyList<KnownMailbox> known, CancellationToken cancellation) =>
        mailboxes.PutAsync(id.ToString(), new AccountMailboxes(known), cancellation);

    /// <summary>Forgets an account and all that belongs to it; nothing on its server changes.</summary>
    public async Task RemoveAsync(AccountId id, CancellationToken cancellation)
    {
        foreach (var identity in await IdentitiesAsync(id, cancellation)) await identities.RemoveAsync(identity.Id.ToString(), cancellation);
        await mailboxes.RemoveAsync(id.ToString(), cancellation);
        await passwords.RemoveAsync(id.ToString(), cancellation);
        await grants.RemoveAsync(id.ToString(), cancellation);
        await accounts.RemoveAsync(id.ToString(), cancellation);
    }

    /// <summary>An account's identities, the default first.</summary>
    public async Task<IReadOnlyList<Identity>> IdentitiesAsync(AccountId account, CancellationToken cancellation) =>
        [.. (await AllIdentitiesAsync(cancellation)).Where(identity => identity.Account == account)];

    /// <summary>All identities, each account's default first.</summary>
    public async Task<IReadOnlyList<Identity>> AllIdentitiesAsync(CancellationToken cancellation)
    {
        var all = new List<Identity>();
        await foreach (var record in identities.AllAsync(cancellation)) all.Add(record.Value);
        return [.. all.OrderByDescending(identity => identity.IsDefault).ThenBy(identity => identity.Address, StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>Stores an identity; when it is to be the default, its account's other ones are it no more.</summary>
    public async Task SaveIdentityAsync(Identity identity, CancellationToken cancellation)
    {
        if (identity.IsDefault)
            foreach (var other in (await IdentitiesAsync(identity.Account, cancellation)).Where(one => one.IsDefault && one.Id != identity.Id))
                await identities.PutAsync(other.Id.ToString(), other with { IsDefault = false }, cancellation);
        await identities.PutAsync(identity.Id.ToString(), identity, cancellation);
    }

    public Task RemoveIdentityAsync(IdentityId id, CancellationToken cancellation) => identities.RemoveAsync(id.ToString(), cancellation);
}
