namespace Pannier.Core.Views;

/// <summary>The top of every page of a signed-in person: search, account menu.</summary>
/// <param name="Path">The page's own path.</param>
/// <param name="Search">What the page was found by; null for nothing.</param>
public sealed record ToolbarSlot(string Path, string? Search);
