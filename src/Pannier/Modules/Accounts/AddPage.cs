using Pannier.Core;
using Pannier.Core.Accounts;
using Pannier.Modules.Accounts.Provider;

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
        /// <summary>The provider on whose own page one can sign in instead; null when none.</summary>
        public string? Provider { get; init; }

        public Said Title => Said.Of("accounts.add.title");

        public int Status => Wrong.Count == 0 ? 200 : 422;
    }

    /// <summary>On to the provider, or back with why not.</summary>
    public sealed record AtProvider(SignInPage Page) : AddPage, ITitled, IUnfinished
    {
        public Said Title => (Page as ITitled)?.Title ?? Said.Of("accounts.add.title");

        public int Status => Page is SignInPage.Done ? 422 : 200;

        /// <summary>Why not; null on the way.</summary>
        public Said? Wrong => (Page as SignInPage.Done)?.Notice;
    }

    public sealed record Done(LocalUrl Next, Said? Notice) : AddPage, INext;
}
