namespace Pannier.Cli;

/// <summary>What the demo prints: a made-up user of made-up mail, so nothing here is secret.</summary>
/// <param name="RecoveryKey">Null when the user was registered by an earlier run.</param>
internal sealed record DemoUser(string Name, string Password, string? RecoveryKey);
