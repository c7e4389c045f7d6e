using System.Diagnostics.CodeAnalysis;

namespace Pannier.Core.Sessions.Stores;

/// <summary>A session as a store lists it.</summary>
/// <param name="Hash">SHA-256 of its id.</param>
/// <param name="CreatedAt">When the person signed in.</param>
/// <param name="UsedAt">To the minute.</param>
/// <param name="About">Where it was begun, sealed with the person's data key; null when it was locked.</param>
[SuppressMessage("Performance", "CA1819", Justification = "Rows of a store, read once; nobody changes them.")]
public sealed record ListedSession(byte[] Hash, DateTimeOffset CreatedAt, DateTimeOffset UsedAt, byte[]? About);
