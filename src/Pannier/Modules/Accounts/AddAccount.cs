using Pannier.Core;
using Pannier.Core.Accounts;
using Pannier.Core.Audit;
using Pannier.Core.Modules;
using Pannier.Mail;
using Pannier.Mail.Compose;
using Pannier.Mail.Lists;

namespace Pannier.Modules.Accounts;

/// <summary>Adds an account once its hosts are confirmed and both servers let us in; else shows what was typed again, without the password.</summary>
internal sealed class AddAccount(ServerForm form, TryServers servers, AccountBook book, MyLog log) : IHandler<AddInput, AddPage>
{
    public async Task<Outcome<AddPage>> HandleAsync(AddInput input, CancellationToken cancellation)
    {
        var typed = input.Address?.Value ?? "";
        if (AddrSpec.Read(typed) is not { } address) return new AddPage.Address(typed, Said.Of("accounts.wrong.address"));
        if (form.Read(input.Imap) is not { } imap || form.Read(input.Smtp) is not { } smtp) return Again(input, address, Said.Of("accounts.wrong.servers"));

        var hosts = HostsToConfirm.Of(imap, smtp);
        if (input.Confirmed?.Value != hosts.Value) return Again(input, address, Said.Of("accounts.wrong.unconfirmed"));
        if (imap.UserName.Length == 0) return Again(input, address, Said.Of("accounts.wrong.user"));
        if (input.Password is not { } password) return Again(input, address, Said.Of("accounts.wrong.password"));
        if (OneLine.Read(input.PersonName?.Value ?? "") is not { } person) return Again(input, address, Said.Of("accounts.wrong.person"));

        var others = await book.AllAsync(cancellation);
        if (others.FirstOrDefault(other => other.Imap.Host == imap.Host && other.Imap.UserName == imap.UserName) is { } same)
            return Again(input, address, Said.Of("accounts.wrong.twice", "name", same.Name));

        using (password)
        using (input.SmtpPassword)
        {
            var trial = await servers.TryAsync(imap, password, smtp, input.SmtpPassword ?? password, cancellation);
            if (AccountWords.Failures(trial) is { Count: > 0 } failures)
            {
                var again = Again(input, address, [.. failures]);
                return again with { Imap = ServerForm.Offer(again.Imap, imap, trial.Imap), Smtp = ServerForm.Offer(again.Smtp, smtp, trial.Smtp) };
            }

            var account = new MyAccount(
                AccountId.New(),
                input.Label is { Value: { Length: > 0 } label } ? label : address.Shown(),
                address.Shown(),
                imap,
                smtp,
                input.Colour,
                others.Count == 0 ? 0 : others.Max(other => other.Order) + 1,
                InCombinedViews.Shown,
                SentCopies.Pannier);
            await book.SaveAsync(account, password, input.SmtpPassword ?? password, cancellation);
            await book.SaveIdentityAsync(new Identity(IdentityId.New(), account.Id, person.Value, account.Address, null, "", IsDefault: true), CancellationToken.None);
            await log.NoteAsync(SecurityEventKind.AccountAdded, account.Address);
            return new AddPage.Done(others.Count == 0 ? LocalUrl.Home : AccountUrl.All, Said.Of("accounts.added", "name", account.Name));
        }
    }

    private AddPage.Servers Again(AddInput input, AddrSpec address, params IReadOnlyList<Said> wrong) => AddAgain.Of(form, input, address, wrong);
}
