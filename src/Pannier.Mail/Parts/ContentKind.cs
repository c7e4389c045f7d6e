namespace Pannier.Mail.Parts;

/// <summary>What a file is by its own octets, whatever its name or its sender says.</summary>
public enum ContentKind
{
    /// <summary>None of those below; nothing is known against it, and nothing for it.</summary>
    Unknown,
    Empty,
    Text,

    /// <summary>PNG, JPEG, GIF, WebP, BMP or AVIF.</summary>
    Image,
    Pdf,

    /// <summary>HTML, which runs scripts when it is opened outside.</summary>
    WebPage,

    /// <summary>SVG: a picture that may hold scripts.</summary>
    Svg,

    /// <summary>PE, DOS, ELF, Mach-O, Java classes, WebAssembly.</summary>
    Program,

    /// <summary>Text that an interpreter runs: a shebang, a registry file, a batch file.</summary>
    Script,

    /// <summary>A Windows or internet shortcut: it starts what its sender chose.</summary>
    Shortcut,

    /// <summary>ISO 9660, UDF, VHD, VHDX or Apple's: what is on it escapes the mark that it came by mail.</summary>
    DiskImage,

    /// <summary>A Windows Installer or cabinet file, a Debian or RPM package.</summary>
    Installer,

    /// <summary>Compiled help, which runs scripts.</summary>
    HelpFile,

    /// <summary>OneNote, which carries any file behind a picture.</summary>
    NoteFile,

    /// <summary>Office Open XML or OpenDocument without macros.</summary>
    OfficeFile,

    /// <summary>An office file with macros in it.</summary>
    MacroFile,

    /// <summary>The older office form (OLE2), which may hold macros.</summary>
    OldOfficeFile,
    Rtf,
    Zip,

    /// <summary>A zip archive with at least one entry under a password.</summary>
    EncryptedZip,

    /// <summary>A Java archive, Android package or browser add-on: programs in a zip archive.</summary>
    ProgramArchive,
    Rar,
    SevenZip,
    Gzip,
    Tar,

    /// <summary>bzip2, xz, Zstandard: known, and not looked into.</summary>
    Packed,

    /// <summary>TNEF, as in <c>winmail.dat</c>.</summary>
    Tnef,

    /// <summary>CMS signed-data (RFC 5652) with the content in it.</summary>
    SignedContent,

    /// <summary>CMS enveloped-data (RFC 5652).</summary>
    EncryptedContent,

    /// <summary>OpenPGP in ASCII armor.</summary>
    PgpArmor,
    Audio,
    Video,
}
