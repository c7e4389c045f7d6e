namespace Pannier.Modules.Messages.Pictures;

/// <summary>How the loading of a message's pictures ended.</summary>
/// <param name="Dots">Hosts whose pictures turned out to be a pixel; not shown.</param>
public sealed record PictureReport(int Loaded, int Failed, IReadOnlyList<string> Dots);
