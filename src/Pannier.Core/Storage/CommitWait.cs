namespace Pannier.Core.Storage;

/// <summary>What a commit waits for.</summary>
internal enum CommitWait
{
    /// <summary>The disk: a power cut takes nothing back.</summary>
    Disk,

    /// <summary>The operating system: the end of this process takes nothing back; a power cut may, for a fifth of a second.</summary>
    None,
}
