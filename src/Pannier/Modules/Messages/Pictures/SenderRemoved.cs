using Pannier.Core;

namespace Pannier.Modules.Messages.Pictures;

/// <summary>A decision was taken back.</summary>
public sealed record SenderRemoved(Said? Notice) : INext
{
    public LocalUrl Next => PicturesUrl.Settings;
}
