using Pannier.Core;
using Pannier.Core.Http.Carrying;

namespace Pannier.Modules.SignIn.Confirm;

/// <summary>The password is asked for again, or was right.</summary>
public abstract record ConfirmPage
{
    private ConfirmPage()
    {
    }

    public sealed record Form(string Name, LocalUrl? NextUrl, Said? Wrong) : ConfirmPage, ITitled, IUnfinished
    {
        /// <summary>What was sent and asks for it; null for nothing.</summary>
        public Parcel? Carried { get; init; }

        /// <summary>What is asked for.</summary>
        public ConfirmBy By { get; init; }

        /// <summary>Who vouches for people, or checks their passwords, elsewhere; empty for nobody.</summary>
        public string Host { get; init; } = "";

        /// <summary>The portal's address, for a link; null for none.</summary>
        public string? PortalUrl { get; init; }

        /// <summary>Whether they have a passkey that works here, and may give it instead.</summary>
        public bool HasPasskeys { get; init; }

        /// <summary>About the passkey; null when nothing is wrong.</summary>
        public Said? PasskeyWrong { get; init; }

        public bool HasToWait { get; init; }

        public Said Title => Said.Of(By switch
        {
            ConfirmBy.Password => "confirm.title",
            ConfirmBy.Passphrase => "confirm.title.passphrase",
            _ => "confirm.title.provider",
        });

        public int Status => HasToWait ? 429 : Wrong is null && PasskeyWrong is null ? 200 : 401;
    }

    /// <summary>On to the identity provider.</summary>
    public sealed record Go(string Host, string ProviderUrl, string UrlHost) : ConfirmPage, ITitled
    {
        public Said Title => Said.Of("confirm.title.provider");
    }

    public sealed record Done(LocalUrl Next, Said? Notice) : ConfirmPage, INext;
}
