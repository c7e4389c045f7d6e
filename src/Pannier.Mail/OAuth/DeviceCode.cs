namespace Pannier.Mail.OAuth;

/// <summary>A code a person types on another page, while we ask whether they have (RFC 8628).</summary>
/// <param name="Code">Ours, to ask with.</param>
/// <param name="UserCode">Theirs, to type.</param>
/// <param name="Verify">Where they type it.</param>
/// <param name="Interval">The least time between two questions.</param>
public sealed record DeviceCode(Secret Code, string UserCode, Uri Verify, DateTimeOffset ExpiresAt, TimeSpan Interval);
