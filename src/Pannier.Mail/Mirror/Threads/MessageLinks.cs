namespace Pannier.Mail.Mirror.Threads;

/// <summary>What ties a message to others, as keyed hashes: the strings stay on the server.</summary>
/// <param name="Id">Of its Message-ID; of its place where it has none, so that it is like no other.</param>
/// <param name="References">Of what it refers to, and of its provider's thread.</param>
public readonly record struct MessageLinks(ulong Id, ReadOnlyMemory<ulong> References)
{
    public static MessageLinks None { get; } = new(0, default);
}
