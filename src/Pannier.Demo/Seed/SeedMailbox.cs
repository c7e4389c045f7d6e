namespace Pannier.Demo.Seed;

/// <summary>A mailbox to be made in an account beside those every account has.</summary>
/// <param name="Account">The account's address.</param>
/// <param name="Name">Levels parted by '/', plain Unicode (no modified UTF-7); each parent comes before its children.</param>
public sealed record SeedMailbox(string Account, string Name);
