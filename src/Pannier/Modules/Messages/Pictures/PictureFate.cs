namespace Pannier.Modules.Messages.Pictures;

/// <summary>What became of a picture.</summary>
internal enum PictureFate
{
    Loaded,

    /// <summary>It came and is a pixel: a counter, or a spacer. Not shown.</summary>
    Dot,

    /// <summary>It did not come, or was none that may be shown.</summary>
    Failed,
}
