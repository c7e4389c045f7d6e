using Pannier.Core;

namespace Pannier.Modules.Lists;

/// <summary>One way.</summary>
/// <param name="Value">The whole search, so completed.</param>
/// <param name="Shown">What is new of it.</param>
/// <param name="Hint">What it does; null where it says so itself.</param>
public sealed record Completion(string Value, string Shown, Said? Hint);
