using Pannier.Core.Audit;
using Pannier.Core.Sealing;

namespace Pannier.Core.Sessions;

/// <summary>How a session begins.</summary>
/// <param name="Level">How far they are signed in; never <see cref="SignInLevel.Recent"/>, which follows from the next.</param>
/// <param name="ConfirmedAt">When the password was given again; null when it was not.</param>
public sealed record Beginning(SignInLevel Level, DateTimeOffset? ConfirmedAt = null)
{
    /// <summary>Where the request came from that begins it.</summary>
    public Whereabouts From { get; init; } = Whereabouts.Unknown;

    /// <summary>The session at an identity provider that it comes of, hashed; null for none.</summary>
    internal byte[]? Provider { get; init; }

    /// <summary>What the person wishes for this browser.</summary>
    public Wishes Wishes { get; init; }

    /// <summary>Until when they stay signed in already; null for no longer than the browser is open.</summary>
    internal DateTimeOffset? StaysUntil { get; init; }

    /// <summary>What answers are sealed with; a new one for a session that continues none.</summary>
    internal SessionSeal Seal { get; init; } = SessionSeal.New();

    /// <summary>What later requests are compared with.</summary>
    public RequestTraits Traits { get; init; } = RequestTraits.None;
}
