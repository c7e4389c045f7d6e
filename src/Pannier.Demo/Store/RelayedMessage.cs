namespace Pannier.Demo.Store;

/// <summary>A submission to other domains: a demo sends nothing outside, it only keeps what it would have sent.</summary>
public sealed record RelayedMessage(string From, IReadOnlyList<string> To, ReadOnlyMemory<byte> Raw, DateTimeOffset At);
