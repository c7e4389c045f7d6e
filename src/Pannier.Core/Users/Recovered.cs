using Pannier.Core.Crypto;

namespace Pannier.Core.Users;

/// <summary>A person opened by the recovery key, which is used up, and the new one in its place, to be shown once.</summary>
/// <param name="Keyring">The caller's to keep and to wipe.</param>
public sealed record Recovered(UserAccount User, Keyring Keyring, RecoveryKey Recovery);
