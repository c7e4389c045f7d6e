using Pannier.Core;
using Pannier.Core.Accounts;
using Pannier.Core.Http;

namespace Pannier.Modules.Accounts;

/// <summary>An account's settings, or where saving them led.</summary>
public abstract record EditPage
{
    private EditPage()
    {
    }

    /// <param name="Confirm">The hosts the password would go to, as they now stand.</param>
    /// <param name="Wrong">What stands in the way; empty at first.</param>
    public sealed record Form(
        MyAccount Account,
        string Label,
        AccountColour Colour,
        Tick Hidden,
        SentCopies SentCopies,
        ServerFields Imap,
        ServerFields Smtp,
        HostsToConfirm? Confirm,
        IReadOnlyList<Said> Wrong) : EditPage, ITitled, IUnfinished
    {
        /// <summary>The provider on whose own page one can sign in; null when none.</summary>
        public string? Provider { get; init; }

        public LocalUrl SignInUrl => AccountUrl.Of(Account.Id, "sign-in");

        public Said Title => Said.Of("accounts.edit.title", "name", Account.Name);

        public int Status => Wrong.Count == 0 ? 200 : 422;

        public LocalUrl SaveUrl => AccountUrl.Of(Account.Id);

        public LocalUrl RemoveUrl => AccountUrl.Of(Account.Id, "remove");

        public LocalUrl TestUrl => AccountUrl.Of(Account.Id, "test");
    }

    public sealed record Done(LocalUrl Next, Said? Notice) : EditPage, INext;
}
