using Pannier.Core;
using Pannier.Core.Http.Carrying;

namespace Pannier.Modules.SignIn.Late;

/// <summary>Something that was sent when one had been signed out, offered again.</summary>
public abstract record CarriedPage
{
    private CarriedPage()
    {
    }

    /// <param name="ActionUrl">Where it goes when sent.</param>
    /// <param name="Files">Names of files that have to be chosen again.</param>
    /// <param name="NextUrl">Where to go on without it.</param>
    public sealed record Offer(LocalUrl ActionUrl, IReadOnlyList<CarriedField> Fields, IReadOnlyList<string> Files, DateTimeOffset At, LocalUrl NextUrl) : CarriedPage, ITitled
    {
        public Said Title => Said.Of("carried.title");

        /// <summary>What a person wrote, as opposed to what their page filled in: anything with a space or a line end, or an address.</summary>
        public IEnumerable<CarriedField> Written => Fields.Where(one => one.Value.AsSpan().Trim().ContainsAny(" \n@"));
    }

    public sealed record Done(LocalUrl Next, Said? Notice) : CarriedPage, INext;
}
