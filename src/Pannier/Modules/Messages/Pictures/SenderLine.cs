namespace Pannier.Modules.Messages.Pictures;

/// <summary>A sender of the list.</summary>
/// <param name="Address">As it is kept; names the sender when it is removed.</param>
/// <param name="Since">In the person's words.</param>
public sealed record SenderLine(string Address, string Shown, string Since);
