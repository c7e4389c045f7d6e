using Pannier.Core.Crypto;

namespace Pannier.Core.Users;

/// <summary>A new person, opened, and their recovery key, to be shown once.</summary>
public sealed record Registered(UserAccount User, Keyring Keyring, RecoveryKey Recovery);
