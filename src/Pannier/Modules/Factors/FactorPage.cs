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
    /// <param name="Since">When it was set up, as shown; null when there is none.</param>
    public sealed record State(string Name, FactorState Factor, string? Since) : FactorPage, ITitled, IUnfinished
    {
        /// <summary>About the form that begins or makes codes; null when nothing is wrong.</summary>
        public Said? Wrong { get; init; }

        /// <summary>About the form that takes it away.</summary>
        public Said? RemoveWrong { get; init; }

        public bool HasToWait { get; init; }

        public Said Title => Said.Of("factors.title");

        public int Status => HasToWait ? 429 : Wrong is null && RemoveWrong is null ? 200 : 422;
    }

    /// <summary>The new secret, to be taken into an authenticator app; it counts once a code of it is given.</summary>
    /// <param name="Secret">In groups of four.</param>
    public sealed record Setup(QrCode Code, IReadOnlyList<string> Secret, Said? Wrong) : FactorPage, ITitled, IUnfinished
    {
        public Said Title => Said.Of("factors.title");

        public int Status => Wrong is null ? 200 : 422;
    }

    /// <summary>The recovery codes, shown this once.</summary>
    public sealed record Codes(IReadOnlyList<string> All) : FactorPage, ITitled
    {
        public Said Title => Said.Of("factors.codes.title");
    }

    public sealed record Done(LocalUrl Next, Said? Notice) : FactorPage, INext;
}
