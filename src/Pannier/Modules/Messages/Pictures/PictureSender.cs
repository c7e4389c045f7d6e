namespace Pannier.Modules.Messages.Pictures;

/// <summary>A sender whose pictures are loaded.</summary>
/// <param name="Address">Lower case.</param>
public sealed record PictureSender(string Address, DateTimeOffset Since);
