namespace Pannier.Core.Views;

/// <summary>The left side of every page of a signed-in person: where modules put their navigation.</summary>
/// <param name="Path">The page's own path, to mark where one is.</param>
public sealed record SidebarSlot(string Path);
