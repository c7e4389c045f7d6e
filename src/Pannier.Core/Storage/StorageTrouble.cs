namespace Pannier.Core.Storage;

/// <summary>What is wrong with the storage.</summary>
public enum StorageTrouble
{
    /// <summary>No space is left; nothing was changed.</summary>
    Full,

    /// <summary>File or directory cannot be written by this process.</summary>
    ReadOnly,

    /// <summary>Another process holds the database for longer than we wait; try again.</summary>
    Busy,

    /// <summary>Not a database, or one that is damaged: restore a backup.</summary>
    Damaged,

    /// <summary>Written by a newer Pannier.</summary>
    Newer,

    /// <summary>The directory or file cannot be opened or made.</summary>
    Unreachable,

    /// <summary>A running Pannier holds the data directory.</summary>
    InUse,
}
