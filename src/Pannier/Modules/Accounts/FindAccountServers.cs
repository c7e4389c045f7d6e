using Pannier.Core;
using Pannier.Core.Accounts;
using Pannier.Core.Modules;
using Pannier.Mail;

namespace Pannier.Modules.Accounts;

/// <summary>Finds an address's servers and shows them, to be checked by the person before any password is asked for.</summary>
internal sealed class FindAccountServers(IFindServers servers, ServerForm form, AccountBook book) : IHandler<AddressInput, AddPage>
{
    public async Task<Outcome<AddPage>> HandleAsync(AddressInput input, CancellationToken cancellation)
    {
        var typed = input.Address?.Value ?? "";
        if (AddrSpec.Read(typed) is not { } address) return new AddPage.Address(typed, Said.Of("accounts.wrong.address"));

        var found = await servers.FindAsync(address, cancellation);
        var others = await book.AllAsync(cancellation);
        return new AddPage.Servers(
            address.Shown(),
            found.By,
            found.Way,
            form.Show("imap", found.Imap, address),
            form.Show("smtp", found.Smtp, address),
            address.Shown(),
            "",
            FreeColour(others),
            found is { Imap: { } imap, Smtp: { } smtp } ? HostsToConfirm.Of(imap, smtp) : null,
            [])
        {
            Provider = form.Provider(found.Imap, found.Smtp)?.Label,
        };
    }

    private static AccountColour FreeColour(IReadOnlyList<MyAccount> others)
    {
        var colours = Enum.GetValues<AccountColour>();
        return colours.OrderBy(colour => others.Count(other => other.Colour == colour)).ThenBy(colour => colour).First();
    }
}
