namespace Pannier.Confinement;

/// <summary>What Landlock can take away on files (<c>linux/landlock.h</c>), as far as it is used here.</summary>
[Flags]
internal enum LandlockRights : ulong
{
    None = 0,
    Execute = 1 << 0,
    WriteFile = 1 << 1,
    RemoveDirectory = 1 << 4,
    RemoveFile = 1 << 5,
    MakeCharacterDevice = 1 << 6,
    MakeDirectory = 1 << 7,
    MakeFile = 1 << 8,
    MakeSocket = 1 << 9,
    MakePipe = 1 << 10,
    MakeBlockDevice = 1 << 11,
    MakeLink = 1 << 12,
    MoveAcross = 1 << 13,
    Truncate = 1 << 14,

    /// <summary>All that changes something.</summary>
    Change = WriteFile | RemoveDirectory | RemoveFile | MakeCharacterDevice | MakeDirectory | MakeFile | MakeSocket | MakePipe | MakeBlockDevice | MakeLink | MoveAcross | Truncate,
}
