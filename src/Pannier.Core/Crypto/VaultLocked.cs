namespace Pannier.Core.Crypto;

/// <summary>The person's keys are not open here: the session ended meanwhile, or their data waits for the old password or the recovery key.</summary>
public sealed class VaultLocked() : InvalidOperationException("The person's keys are not open: the session has ended or the data is still locked.");
