using Pannier.Core;

namespace Pannier.Modules.Promises;

/// <summary>One promise: the texts are <c>promise.KEY</c> and <c>promise.KEY.how</c>.</summary>
/// <param name="Key">Lower case with hyphens.</param>
/// <param name="State">As it is now.</param>
/// <param name="Tests">The classes of tests that prove it, as they are called in the source.</param>
public sealed record Promise(string Key, PromiseState State, params IReadOnlyList<string> Tests)
{
    /// <summary>What this installation has set; null where there is nothing to set.</summary>
    public Said? Here { get; init; }

    public Said What => Said.Of("promise." + Key);

    public Said How => Said.Of($"promise.{Key}.how");
}
