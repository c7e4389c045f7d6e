using Pannier.Core;
using Pannier.Core.Factors;

namespace Pannier.Modules.Factors;

/// <summary>The second factor in the settings.</summary>
public abstract record FactorPage
{
    private FactorPage()
    {
    }

    /// <summary>Where it stands, and what can be done.</summary>
    /// <param name="Since">When the app was set up, as shown; null when there is none.</param>
    public sealed record State(string Name, FactorState Factor, string? Since, IReadOnlyList<PasskeyLine> Passkeys) : FactorPage, ITitled, IUnfinished
    {
        /// <summary>Whether this site wants the person to have one.</summary>
        public bool IsRequired { get; init; }

        /// <summary>Whether there is no password to give: the site opens the data, once they have proved anew that it is them.</summary>
        public bool AsksNothing { get; init; }

        /// <summary>About the form that begins or makes codes; null when nothing is wrong.</summary>
        public Said? Wrong { get; init; }

        /// <summary>About the form that takes the app away.</summary>
        public Said? RemoveWrong { get; init; }

        /// <summary>About removing a passkey.</summary>
        public Said? PasskeyWrong { get; init; }

        public bool HasToWait { get; init; }

        public Said Title => Said.Of("factors.title");

        public int Status => HasToWait ? 429 : Wrong is null && RemoveWrong is null && PasskeyWrong is null ? 200 : 422;
    }

    /// <summary>The new secret, to be taken into an authenticator app; it counts once a code of it is given.</summary>
    public sealed record Setup(SecretText Secret, Said? Wrong) : FactorPage, ITitled, IUnfinished
    {
        public Said Title => Said.Of("factors.title");

        public int Status => Wrong is null ? 200 : 422;
    }

    /// <summary>A passkey is to be made.</summary>
    /// <param name="Name">As typed; empty at first.</param>
    /// <param name="Alone">Whether it is to sign in alone too.</param>
    public sealed record NewPasskey(string Name, bool Alone, Said? Wrong) : FactorPage, ITitled, IUnfinished
    {
        /// <inheritdoc cref="State.AsksNothing"/>
        public bool AsksNothing { get; init; }

        /// <summary>Whether a passkey that works here opens the data already, and may stand for the password.</summary>
        public bool HasOpener { get; init; }

        public bool HasToWait { get; init; }

        public Said Title => Said.Of("passkeys.add");

        public int Status => HasToWait ? 429 : Wrong is null ? 200 : 422;
    }

    /// <summary>The recovery codes, shown this once.</summary>
    public sealed record Codes(IReadOnlyList<string> All) : FactorPage, ITitled
    {
        /// <summary>What was done before; null for nothing to say.</summary>
        public Said? About { get; init; }

        public Said Title => Said.Of("factors.codes.title");
    }

    public sealed record Done(LocalUrl Next, Said? Notice) : FactorPage, INext;
}
