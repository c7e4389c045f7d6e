using System.Text;
using System.Text.RegularExpressions;

namespace Pannier.Mail.Parts;

/// <summary>Judges a file by its name, its declared type and, once known, its content.</summary>
public static partial class PartWarnings
{
    /// <summary>What the name and the declared type alone give cause for; nothing is fetched.</summary>
    /// <param name="name">As the sender gave it; null when none was given.</param>
    public static IReadOnlyList<PartWarning> ByName(string? name, string mediaType)
    {
        var warnings = new List<PartWarning>();
        var file = name ?? "";
        var extension = Extension(file);
        if (Types.Acting.Contains(extension)) warnings.Add(PartWarning.ActingName);
        else if (Types.MacroNames.Contains(extension)) warnings.Add(PartWarning.MacroFile);
        else if (Types.WebNames.Contains(extension) || mediaType is "text/html" or "application/xhtml+xml") warnings.Add(PartWarning.WebPage);
        else if (extension == "svg" || mediaType == "image/svg+xml") warnings.Add(PartWarning.Svg);
        else if (Types.Disks.Contains(extension)) warnings.Add(PartWarning.DiskImage);
        else if (Types.ActingTypes.Contains(mediaType)) warnings.Add(PartWarning.Program);

        if (warnings.Count > 0 && Types.Known.Contains(Extension(Stem(file)))) warnings.Add(PartWarning.DoubleName);
        if (file.EnumerateRunes().Any(IsDisguise)) warnings.Add(PartWarning.DisguisedName);
        if (Spaced().IsMatch(file)) warnings.Add(PartWarning.SpacedName);
        return warnings;
    }

    /// <summary>All causes, with what the content turned out to be.</summary>
    public static IReadOnlyList<PartWarning> Of(string? name, string mediaType, ContentKind kind)
    {
        PartWarning? own = kind switch
        {
            ContentKind.Program => PartWarning.Program,
            ContentKind.Script => PartWarning.Script,
            ContentKind.Shortcut => PartWarning.Shortcut,
            ContentKind.DiskImage => PartWarning.DiskImage,
            ContentKind.Installer => PartWarning.Installer,
            ContentKind.HelpFile => PartWarning.HelpFile,
            ContentKind.NoteFile => PartWarning.NoteFile,
            ContentKind.MacroFile => PartWarning.MacroFile,
            ContentKind.OldOfficeFile => PartWarning.OldOfficeFile,
            ContentKind.WebPage => PartWarning.WebPage,
            ContentKind.Svg => PartWarning.Svg,
            ContentKind.ProgramArchive => PartWarning.ProgramArchive,
            ContentKind.EncryptedZip => PartWarning.EncryptedZip,
            _ => null,
        };
        List<PartWarning> warnings = own is { } first ? [first] : [];
        if (!Fits(name, mediaType, kind)) warnings.Add(PartWarning.OtherThanNamed);
        return [.. warnings, .. ByName(name, mediaType).Except(warnings)];
    }

    /// <summary>Whether the content is what the name promises; where the name promises nothing, the declared type counts.</summary>
    private static bool Fits(string? name, string mediaType, ContentKind kind)
    {
        if (kind is ContentKind.Unknown or ContentKind.Empty) return true;
        var promised = Types.Promised(Extension(name ?? "")) ?? Types.PromisedByType(mediaType);
        return promised is null || promised.Contains(kind);
    }

    private static string Extension(string name) =>
        new string([.. name.Where(c => !char.IsWhiteSpace(c) && !char.IsControl(c) && c is not ('\u200B' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069')))])
            .TrimEnd('.') is var file && file.LastIndexOf('.') is >= 0 and var dot ? file[(dot + 1)..].ToLowerInvariant() : "";

    private static string Stem(string name) => name.TrimEnd('.', ' ') is var file && file.LastIndexOf('.') is > 0 and var dot ? file[..dot].TrimEnd() : "";

    // Joiners and directional marks are ordinary in names of some scripts; overrides and isolates are not.
    private static bool IsDisguise(Rune rune) => rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0x200B or 0xFEFF or < 0x20;

    [GeneratedRegex("\\s{8,}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Spaced();

    /// <summary>What endings and media types stand for.</summary>
    private static class Types
    {
        /// <summary>Windows', macOS' and Linux' endings of files that run or start something when they are opened.</summary>
        public static readonly HashSet<string> Acting = Words(
            "exe com scr pif cpl dll sys drv ocx msi msp mst msix appx appxbundle bat cmd ps1 psm1 ps1xml psd1 vbs vbe js jse mjs wsf wsh wsc sct hta jar jnlp class reg inf ins isp lnk url scf library-ms search-ms settingcontent-ms website desktop "
            + "application gadget chm hlp msc ade adp mde accde accda xll xlam ppam sh bash csh ksh zsh run command workflow action terminal tool app pkg mpkg deb rpm apk ipa py pyc pyw pyz rb pl php tcl lua appimage flatpakref snap vb vba iqy slk rdp theme themepack diagcab diagcfg grp ps2 cab xbap one");

        public static readonly HashSet<string> MacroNames = Words("docm dotm xlsm xltm xlsb pptm potm ppsm sldm");

        public static readonly HashSet<string> WebNames = Words("htm html xhtml xht shtml mht mhtml svgz");

        public static readonly HashSet<string> Disks = Words("iso img vhd vhdx dmg udf vmdk");

        /// <summary>Endings people trust; one before another is there to be taken for the last.</summary>
        public static readonly HashSet<string> Known = Words("pdf doc docx xls xlsx ppt pptx odt ods txt rtf csv jpg jpeg png gif webp bmp heic mp3 wav mp4 mov avi zip eml");

        public static readonly HashSet<string> ActingTypes =
            ["application/x-msdownload", "application/x-msdos-program", "application/x-dosexec", "application/vnd.microsoft.portable-executable", "application/x-executable", "application/x-sh", "application/x-shellscript", "application/hta", "application/java-archive", "application/vnd.android.package-archive", "application/x-msi", "application/x-ms-shortcut", "application/javascript", "text/javascript"];

        private static readonly ContentKind[] Office = [ContentKind.OfficeFile, ContentKind.MacroFile, ContentKind.OldOfficeFile, ContentKind.Rtf];
        private static readonly ContentKind[] Written = [ContentKind.Text, ContentKind.PgpArmor];
        private static readonly ContentKind[] Zipped = [ContentKind.Zip, ContentKind.EncryptedZip, ContentKind.OfficeFile, ContentKind.MacroFile, ContentKind.ProgramArchive];

        public static ContentKind[]? Promised(string extension) => extension switch
        {
            "pdf" => [ContentKind.Pdf],
            "png" or "jpg" or "jpeg" or "jpe" or "gif" or "webp" or "bmp" or "avif" => [ContentKind.Image],
            "doc" or "docx" or "dot" or "dotx" or "xls" or "xlsx" or "ppt" or "pptx" or "pps" or "ppsx" or "odt" or "ods" or "odp" => Office,
            "rtf" => [ContentKind.Rtf, ContentKind.Text],
            "zip" => Zipped,
            "rar" => [ContentKind.Rar],
            "7z" => [ContentKind.SevenZip],
            "gz" or "tgz" => [ContentKind.Gzip],
            "tar" => [ContentKind.Tar],
            "txt" or "csv" or "tsv" or "log" or "md" or "json" or "ics" or "vcf" or "yaml" or "yml" or "ini" or "eml" => Written,
            "mp3" or "wav" or "ogg" or "oga" or "flac" or "m4a" or "aac" or "opus" => [ContentKind.Audio, ContentKind.Video],
            "mp4" or "mov" or "avi" or "mkv" or "webm" or "m4v" => [ContentKind.Video, ContentKind.Audio],
            _ => null,
        };

        public static ContentKind[]? PromisedByType(string mediaType) => mediaType switch
        {
            "application/pdf" => [ContentKind.Pdf],
            "image/png" or "image/jpeg" or "image/gif" or "image/webp" or "image/bmp" or "image/avif" => [ContentKind.Image],
            "text/plain" or "text/csv" or "text/markdown" or "text/calendar" or "application/json" => Written,
            "application/zip" or "application/x-zip-compressed" => Zipped,
            "application/msword" or "application/vnd.ms-excel" or "application/vnd.ms-powerpoint" => Office,
            _ when mediaType.StartsWith("audio/", StringComparison.Ordinal) || mediaType.StartsWith("video/", StringComparison.Ordinal) => [ContentKind.Audio, ContentKind.Video],
            _ => null,
        };

        private static HashSet<string> Words(string list) => new(list.Split(' '), StringComparer.Ordinal);
    }
}
