using Pannier.Core;
using Pannier.Core.Accounts;

namespace Pannier.Modules.Accounts;

/// <summary>The steps of adding an account: its address, its servers, done.</summary>
public abstract record AddPage
{
    private AddPage()
    {
    }

    /// <param name="Wrong">Why it is asked again; null at first.</param>
    public sealed record Address(string Typed, Said? Wrong) : AddPage, ITitled, IUnfinished
    {
        public Said Title => Said.Of("accounts.add.title");

        public int Status => Wrong is null ? 200 : 422;
    }

    /// <param name="MailAddress">The address the servers are for.</param>
    /// <param name="Confirm">The hosts the password would go to; null while they are not both named, and no password is asked for.</param>
    /// <param name="Wrong">What stands in the way; empty at first.</param>
    public sealed record Servers(
        string MailAddress,
        FoundBy By,
        SignInWay Way,
        ServerFields Imap,
        ServerFields Smtp,
        string Label,
        string PersonName,
        AccountColour Colour,
        HostsToConfirm? Confirm,
        IReadOnlyList<Said> Wrong) : AddPage, ITitled, IUnfinished
    {
        public Said Title => Said.Of("accounts.add.title");

        public int Status => Wrong.Count == 0 ? 200 : 422;
    }

    public sealed record Done(LocalUrl Next, Said? Notice) : AddPage, INext;
}
