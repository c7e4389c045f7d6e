namespace Pannier.Core.Views;

/// <summary>The top of every page of a signed-in person: search, account menu.</summary>
/// <param name="Path">The page's own path.</param>
public sealed record ToolbarSlot(string Path);
