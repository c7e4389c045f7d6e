namespace Pannier.Mail.Parts;

/// <summary>What is to be known of an archive's entry besides its name and sizes.</summary>
[Flags]
public enum EntryMark
{
    None = 0,
    Directory = 1,

    /// <summary>Under a password.</summary>
    Encrypted = 2,

    /// <summary>A name that leads out of where it is unpacked: <c>..</c>, an absolute path, a drive.</summary>
    Outside = 4,

    /// <summary>A link, a device or another thing that is no file.</summary>
    NotAFile = 8,
}
