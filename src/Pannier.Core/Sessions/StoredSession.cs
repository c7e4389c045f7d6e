using Pannier.Core.Users;

namespace Pannier.Core.Sessions;

/// <summary>A stored session and whose it is; still sealed.</summary>
internal sealed record StoredSession(UserAccount User, DateTimeOffset UsedAt, byte[] Box, byte[]? Provider);
