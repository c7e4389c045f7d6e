using Pannier.Core;
using Pannier.Core.Accounts;
using Pannier.Mail;
using Pannier.Mail.Compose;
using Pannier.Mail.Lists;
using Pannier.Mail.OAuth;

namespace Pannier.Modules.Accounts.Provider;

/// <summary>Makes of the form of a new account what a sign-in at its provider begins with, or shows the form again.</summary>
internal sealed class AddByProvider(ServerForm form, AccountBook book)
{
    public async Task<AddPage> BeginAsync(AddInput input, Func<OAuthProvider, MyAccount, string, Task<SignInPage>> beginAsync, CancellationToken cancellation)
    {
        input.Password?.Dispose(); // not needed, and sent to nobody
        input.SmtpPassword?.Dispose();
        var typed = input.Address?.Value ?? "";
        if (AddrSpec.Read(typed) is not { } address) return new AddPage.Address(typed, Said.Of("accounts.wrong.address"));
        if (form.Read(input.Imap) is not { } imap || form.Read(input.Smtp) is not { } smtp) return Again(Said.Of("accounts.wrong.servers"));
        if (imap.UserName.Length == 0 || smtp.UserName.Length == 0) return Again(Said.Of("accounts.wrong.user"));
        if (OneLine.Read(input.PersonName?.Value ?? "") is not { } person) return Again(Said.Of("accounts.wrong.person"));
        if (form.Provider(imap, smtp) is not { } provider) return Again(Said.Of("accounts.wrong.provider"));
        if ((await book.AllAsync(cancellation)).FirstOrDefault(other => other.Imap.Host == imap.Host && other.Imap.UserName == imap.UserName) is { } same) return Again(Said.Of("accounts.wrong.twice", "name", same.Name));

        var label = input.Label is { Value: { Length: > 0 } given } ? given : address.Shown();
        var account = new MyAccount(AccountId.New(), label, address.Shown(), imap, smtp, input.Colour, 0, InCombinedViews.Shown, SentCopies.Pannier);
        return new AddPage.AtProvider(await beginAsync(provider, account, person.Value));

        AddPage Again(Said wrong) => AddAgain.Of(form, input, address, wrong);
    }
}
