using Pannier.Core;
using Pannier.Core.Accounts;
using Pannier.Core.Audit;
using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Mail;
using Pannier.Modules.Accounts.Provider;

namespace Pannier.Modules.Accounts;

/// <summary>Saves an account's settings. Another login asks for the password again and must work first; so must another password.</summary>
internal sealed class EditAccount(AccountBook book, ServerForm form, TryServers servers, RevokeGrant revoke, IMyMail mail, MyLog log) : IHandler<EditInput, EditPage>
{
    public async Task<Outcome<EditPage>> HandleAsync(EditInput input, CancellationToken cancellation)
    {
        if (await book.FindAsync(input.Account, cancellation) is not { } account) return Refusal.NotFound("accounts.unknown");
        if (form.Read(input.Imap) is not { } imap || form.Read(input.Smtp) is not { } smtp) return Again(input, account, Said.Of("accounts.wrong.servers"));
        if (imap.UserName.Length == 0) return Again(input, account, Said.Of("accounts.wrong.user"));

        var changed = account with
        {
            Name = input.Label is { Value: { Length: > 0 } label } ? label : account.Address,
            Colour = input.Colour,
            Combined = input.Combined,
            SentCopies = input.SentCopies,
            Imap = imap,
            Smtp = smtp,
        };
        if (input.Password is { } password) return await SaveAsync(input, account, changed, password, cancellation);
        if (input.SmtpPassword is not null || (await book.PasswordsAsync(changed, cancellation) is null && await book.GrantAsync(changed, cancellation) is null))
            return Again(input, account, Said.Of(await book.GrantAsync(account, cancellation) is null ? "accounts.wrong.password-again" : "accounts.wrong.sign-in-again"));

        await book.SaveAsync(changed, cancellation);
        return Done(changed);
    }

    private static EditPage.Done Done(MyAccount account) => new(AccountUrl.All, Said.Of("accounts.saved", "name", account.Name));

    private async Task<Outcome<EditPage>> SaveAsync(EditInput input, MyAccount account, MyAccount changed, Secret password, CancellationToken cancellation)
    {
        if (input.Confirmed?.Value != HostsToConfirm.Of(changed.Imap, changed.Smtp).Value) return Again(input, account, Said.Of("accounts.wrong.unconfirmed"));

        using (password)
        using (input.SmtpPassword)
        {
            var trial = await servers.TryAsync(changed.Imap, password, changed.Smtp, input.SmtpPassword ?? password, cancellation);
            if (AccountWords.Failures(trial) is { Count: > 0 } failures)
            {
                var again = Again(input, account, [.. failures]);
                return again with { Imap = ServerForm.Offer(again.Imap, changed.Imap, trial.Imap), Smtp = ServerForm.Offer(again.Smtp, changed.Smtp, trial.Smtp) };
            }

            var grant = await book.GrantAsync(account, cancellation);
            await book.SaveAsync(changed, password, input.SmtpPassword ?? password, cancellation);
            await mail.ForgetAsync(changed.Id, CancellationToken.None);
            if (grant is not null) await revoke.TryAsync(grant);
            await log.NoteAsync(SecurityEventKind.AccountChanged, changed.Address);
            return Done(changed);
        }
    }

    private EditPage.Form Again(EditInput input, MyAccount account, params IReadOnlyList<Said> wrong)
    {
        var address = AddrSpec.Read(account.Address)!; // only such are stored
        return new EditPage.Form(
            account,
            input.Label?.Value ?? "",
            input.Colour,
            input.Hidden,
            input.SentCopies,
            form.Show("imap", input.Imap, address),
            form.Show("smtp", input.Smtp, address),
            form.Read(input.Imap) is { } imap && form.Read(input.Smtp) is { } smtp ? HostsToConfirm.Of(imap, smtp) : null,
            wrong)
        {
            Provider = form.Provider(account.Imap, account.Smtp)?.Label,
        };
    }
}
