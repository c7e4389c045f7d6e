namespace Pannier.Modules.Accounts.Provider;

/// <summary>A code the person types at their provider.</summary>
/// <param name="NotBefore">When the provider may be asked again.</param>
internal sealed record PendingDevice(string UserCode, string Verify, TimeSpan Interval, DateTimeOffset NotBefore);
