using System.Diagnostics.CodeAnalysis;
using Pannier.Core.Users;

namespace Pannier.Core.Sessions.Stores;

/// <summary>A session to be kept.</summary>
/// <param name="User">Whose.</param>
/// <param name="Hash">SHA-256 of its id.</param>
/// <param name="CreatedAt">When the person signed in.</param>
/// <param name="UsedAt">When it was used last.</param>
/// <param name="ExpiresAt">When it may be forgotten, unless it is used again.</param>
/// <param name="Box">Its data, sealed with a key that is only in the cookie.</param>
/// <param name="About">Where it was begun, sealed with the person's data key; null while that is locked.</param>
/// <param name="Provider">The session at an identity provider that it comes of, hashed; null for none.</param>
[SuppressMessage("Performance", "CA1819", Justification = "A row to be written; nobody changes it.")]
public sealed record NewSession(UserId User, byte[] Hash, DateTimeOffset CreatedAt, DateTimeOffset UsedAt, DateTimeOffset ExpiresAt, byte[] Box, byte[]? About, byte[]? Provider);
