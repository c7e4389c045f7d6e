using Pannier.Core;
using Pannier.Mail;

namespace Pannier.Modules.Accounts;

/// <summary>The form of a new account with everything that was typed, but no password.</summary>
internal static class AddAgain
{
    public static AddPage.Servers Of(ServerForm form, AddInput input, AddrSpec address, params IReadOnlyList<Said> wrong)
    {
        var (imap, smtp) = (form.Read(input.Imap), form.Read(input.Smtp));
        return new(
            address.Shown(),
            input.By,
            input.Way,
            form.Show("imap", input.Imap, address),
            form.Show("smtp", input.Smtp, address),
            input.Label?.Value ?? "",
            input.PersonName?.Value ?? "",
            input.Colour,
            imap is not null && smtp is not null ? HostsToConfirm.Of(imap, smtp) : null,
            wrong)
        {
            Provider = form.Provider(imap, smtp)?.Label,
        };
    }
}
