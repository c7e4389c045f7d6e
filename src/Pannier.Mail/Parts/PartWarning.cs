namespace Pannier.Mail.Parts;

/// <summary>Why a file should be opened with care, or not at all. Told before it is downloaded; nothing is kept from anybody.</summary>
public enum PartWarning
{
    Program,
    Script,
    Shortcut,
    DiskImage,
    Installer,
    HelpFile,
    NoteFile,
    MacroFile,
    OldOfficeFile,
    WebPage,
    Svg,
    ProgramArchive,
    EncryptedZip,

    /// <summary>The name ends as those of programs do, or of other files that act when they are opened.</summary>
    ActingName,

    /// <summary>As in <c>invoice.pdf.exe</c>.</summary>
    DoubleName,

    /// <summary>Characters in the name turn its reading around or hide a part of it; they are taken out where it is shown.</summary>
    DisguisedName,

    /// <summary>Many blanks push the end of the name out of sight.</summary>
    SpacedName,

    /// <summary>It is not what its name or its declared type says.</summary>
    OtherThanNamed,
}
