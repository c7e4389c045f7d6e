namespace Pannier.Core.Away;

/// <summary>A background grant, as a list shows it.</summary>
/// <param name="Id">What it is ended by; it opens nothing.</param>
/// <param name="ExpiresAt">When it ends unless the person is here again.</param>
/// <param name="IsThis">Whether it is of the browser that asks.</param>
public sealed record GrantSummary(string Id, GrantKind Kind, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, bool IsThis);
