using Pannier.Core.Users;

namespace Pannier.Core.Outside;

/// <summary>A portal's signed word for somebody; it counts once.</summary>
/// <param name="Id">Its own number (<c>jti</c>).</param>
/// <param name="Until">When it would be too old, clocks that differ counted in.</param>
public sealed record PortalToken(SignInName Name, string Id, DateTimeOffset Until);
