using Pannier.Core;

namespace Pannier.Modules.Messages.Pictures;

/// <summary>Where decisions on pictures stand.</summary>
public static class PicturesUrl
{
    public static LocalUrl Settings { get; } = LocalUrl.Of("/settings/pictures");
}
