namespace Pannier.Tests.Support;

/// <summary>What is inside a sealed answer.</summary>
internal sealed record SealedText(string Type, string? Next, string Body);
