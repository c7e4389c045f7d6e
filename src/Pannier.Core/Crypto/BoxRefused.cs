namespace Pannier.Core.Crypto;

/// <summary>A box did not open; nothing of its content was let out.</summary>
public sealed class BoxRefused(BoxFault fault, string message) : Exception(message)
{
    public BoxFault Fault { get; } = fault;

    internal static BoxRefused Damaged(string kind) =>
        new(BoxFault.Damaged, $"A sealed value of kind {kind} was changed, cut short, moved from its place or sealed with another key.");
}
