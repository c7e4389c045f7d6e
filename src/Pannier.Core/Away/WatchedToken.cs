namespace Pannier.Core.Away;

/// <summary>What a provider gave to sign in to an account with, as a capsule holds it.</summary>
/// <param name="Provider">Its name in the site's configuration.</param>
/// <param name="Authority">Who gave it, and to which client: it is shown to nobody else.</param>
/// <param name="Access">Good until <paramref name="ExpiresAt"/>, an hour at most with most providers.</param>
/// <param name="Refresh">A copy, where using it leaves the person's own good; empty where it would not, and counting ends with the access token.</param>
internal sealed record WatchedToken(string Provider, string Authority, byte[] Access, DateTimeOffset ExpiresAt, byte[] Refresh);
