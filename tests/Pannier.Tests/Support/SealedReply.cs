namespace Pannier.Tests.Support;

/// <summary>A sealed answer as the wire carried it, and what was inside.</summary>
internal sealed record SealedReply(Reply Wire, SealedText Inside);
