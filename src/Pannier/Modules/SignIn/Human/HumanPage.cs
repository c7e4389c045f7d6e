using Pannier.Core;
using Pannier.Core.Humans;

namespace Pannier.Modules.SignIn.Human;

/// <summary>The check that a person signs in, or what comes after it.</summary>
public abstract record HumanPage
{
    private HumanPage()
    {
    }

    /// <param name="Puzzle">Null where a service asks.</param>
    public sealed record Form(HumanErrand Errand, WorkPuzzle? Puzzle) : HumanPage, ITitled, IUnfinished
    {
        /// <summary>The service that asks; null for our own puzzle.</summary>
        public HumanVendor? Vendor { get; init; }

        public string VendorKey { get; init; } = "";

        /// <summary>Seconds somebody without script waits yet.</summary>
        public int Seconds { get; init; }

        /// <summary>Why it is shown again; null at first.</summary>
        public Said? Wrong { get; init; }

        public bool HasToWait { get; init; }

        public bool IsUnavailable { get; init; }

        public Said Title => Said.Of("human.title");

        public int Status => HasToWait ? 429 : IsUnavailable ? 503 : Wrong is null ? 200 : 401;
    }

    /// <summary>Passed, with something that no address can hold.</summary>
    public sealed record Passed(HumanErrand Errand) : HumanPage, ITitled
    {
        public Said Title => Said.Of("human.title");
    }

    public sealed record Done(LocalUrl Next, Said? Notice) : HumanPage, INext;
}
