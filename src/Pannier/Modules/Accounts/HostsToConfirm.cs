using Pannier.Core;
using Pannier.Core.Accounts;

namespace Pannier.Modules.Accounts;

/// <summary>The hosts a password would go to. What the person confirms is these names, not whatever stands in the fields by then.</summary>
public sealed record HostsToConfirm(string Imap, string Smtp)
{
    /// <summary>What the tick sends; another one confirms nothing.</summary>
    public string Value => Imap == Smtp ? Imap : $"{Imap} {Smtp}";

    public Said Label => Imap == Smtp ? Said.Of("accounts.confirm.one", "host", Imap) : Said.Of("accounts.confirm.two", "imap", Imap).With("smtp", Smtp);

    internal static HostsToConfirm Of(Login imap, Login smtp) => new(imap.Host, smtp.Host);
}
