namespace Pannier.Tests.Support;

/// <summary>What a page sends for a sealed answer, and the number in it.</summary>
internal sealed record SealedAsk(string Header, string Nonce);
