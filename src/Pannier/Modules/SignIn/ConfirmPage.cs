using Pannier.Core;
using Pannier.Core.Http.Carrying;

namespace Pannier.Modules.SignIn;

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

        /// <summary>Whether it is a passphrase of the data, and no password signs in.</summary>
        public bool IsPassphrase { get; init; }

        /// <summary>The identity provider that is asked once more, in place of a password; null for none.</summary>
        public string? Provider { get; init; }

        public bool HasToWait { get; init; }

        public Said Title => Said.Of(Provider is not null ? "confirm.title.provider" : IsPassphrase ? "confirm.title.passphrase" : "confirm.title");

        public int Status => HasToWait ? 429 : Wrong is null ? 200 : 401;
    }

    /// <summary>On to the identity provider.</summary>
    public sealed record Go(string Host, string ProviderUrl, string UrlHost) : ConfirmPage, ITitled
    {
        public Said Title => Said.Of("confirm.title.provider");
    }

    public sealed record Done(LocalUrl Next, Said? Notice) : ConfirmPage, INext;
}
