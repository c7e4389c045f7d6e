using Pannier.Core;
using Pannier.Core.Accounts;
using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Mail;
using Pannier.Mail.Lists;

namespace Pannier.Modules.Accounts;

/// <summary>Shows an account's settings; its password is never among them.</summary>
internal sealed class ShowEdit(AccountBook book, ServerForm form) : IHandler<AccountInput, EditPage>
{
    public async Task<Outcome<EditPage>> HandleAsync(AccountInput input, CancellationToken cancellation)
    {
        if (await book.FindAsync(input.Account, cancellation) is not { } account) return Refusal.NotFound("accounts.unknown");

        var address = AddrSpec.Read(account.Address)!; // only such are stored
        return new EditPage.Form(
            account,
            account.Name,
            account.Colour,
            account.Combined == InCombinedViews.Hidden ? Tick.On : Tick.Off,
            account.SentCopies,
            form.Show("imap", account.Imap, address),
            form.Show("smtp", account.Smtp, address),
            HostsToConfirm.Of(account.Imap, account.Smtp),
            [])
        {
            Provider = form.Provider(account.Imap, account.Smtp)?.Label,
        };
    }
}
