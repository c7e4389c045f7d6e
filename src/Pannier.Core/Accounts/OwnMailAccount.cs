using Pannier.Core.Outside;
using Pannier.Mail;
using Pannier.Mail.Lists;

namespace Pannier.Core.Accounts;

/// <summary>The mail account that a person's sign-in password opens too: added at their first sign-in, and told of a new password.</summary>
internal sealed class OwnMailAccount(AccountBook book, SignInOptions options)
{
    /// <summary>Adds it where the site wants that and the back end knows it; the person must be signed in.</summary>
    /// <returns>Its address; null when none was added.</returns>
    public async Task<string?> AddAsync(OutsidePerson person, Secret password, CancellationToken cancellation)
    {
        if (!options.AddAccount || person is not { Imap: { } imap, Smtp: { } smtp, Address: { } address }) return null;

        var account = new MyAccount(AccountId.New(), address, address, imap, smtp, default, 0, InCombinedViews.Shown, SentCopies.Pannier);
        await book.SaveAsync(account, password, password, cancellation);
        await book.SaveIdentityAsync(new Identity(IdentityId.New(), account.Id, person.DisplayName, address, null, "", IsDefault: true), CancellationToken.None);
        return address;
    }

    /// <summary>Keeps the new password for accounts that are signed in to just as the person is here.</summary>
    public async Task RenewAsync(OutsidePerson person, Secret password, CancellationToken cancellation)
    {
        if (person is not { Imap: { } imap, Smtp: { } smtp }) return;
        foreach (var account in await book.AllAsync(cancellation))
            if (account.Imap == imap && account.Smtp == smtp && await book.PasswordsAsync(account, cancellation) is not null)
                await book.SaveAsync(account, password, password, cancellation);
    }
}
