using System.Diagnostics.CodeAnalysis;
using Pannier.Core.Users;

namespace Pannier.Core.Sessions.Stores;

/// <summary>A session as kept, still sealed, and whose it is.</summary>
/// <param name="About">Where it was begun, sealed; null for one that was locked.</param>
/// <param name="Provider">The session at an identity provider that it comes of, hashed; null for none.</param>
[SuppressMessage("Performance", "CA1819", Justification = "A row of a store, read once; nobody changes it.")]
public sealed record StoredSession(UserId User, DateTimeOffset UsedAt, byte[] Box, byte[]? About, byte[]? Provider);
