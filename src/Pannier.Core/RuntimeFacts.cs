namespace Pannier.Core;

/// <summary>What the process that serves the site may do.</summary>
/// <param name="IsConfined">Whether the kernel keeps it from writing but to its data, and from starting programs.</param>
public sealed record RuntimeFacts(bool IsConfined);
