using System.Text;
using System.Text.RegularExpressions;

namespace Pannier.Mail.Parts;

/// <summary>Tells what a file is by its first octets. Nothing is decoded and nothing declared is believed. Linear, never throws.</summary>
public static partial class ContentSniffer
{
    /// <summary>So many octets tell every kind; disk images have their mark farthest in.</summary>
    public const int Wanted = 64 * 1024;

    private const int TextLooked = 4 * 1024;
    private const int MarkupLooked = 1024;

    private static readonly (byte[] Mark, int At, ContentKind Kind)[] Marks =
    [
        ([0x89, .. "PNG"u8], 0, ContentKind.Image),
        ([0xFF, 0xD8, 0xFF], 0, ContentKind.Image),
        ([.. "GIF87a"u8], 0, ContentKind.Image),
        ([.. "GIF89a"u8], 0, ContentKind.Image),
        ([.. "WEBP"u8], 8, ContentKind.Image),
        ([.. "ftypavif"u8], 4, ContentKind.Image),
        ([0x7F, .. "ELF"u8], 0, ContentKind.Program),
        ([0xFE, 0xED, 0xFA, 0xCE], 0, ContentKind.Program),
        ([0xFE, 0xED, 0xFA, 0xCF], 0, ContentKind.Program),
        ([0xCE, 0xFA, 0xED, 0xFE], 0, ContentKind.Program),
        ([0xCF, 0xFA, 0xED, 0xFE], 0, ContentKind.Program),
        ([0xCA, 0xFE, 0xBA, 0xBE], 0, ContentKind.Program), // universal Mach-O, and Java classes
        ([0x00, .. "asm"u8], 0, ContentKind.Program),
        ([0x4C, 0, 0, 0, 0x01, 0x14, 0x02, 0], 0, ContentKind.Shortcut),
        ([.. "ITSF"u8], 0, ContentKind.HelpFile),
        ([0xE4, 0x52, 0x5C, 0x7B, 0x8C, 0xD8, 0xA7, 0x4D], 0, ContentKind.NoteFile),
        ([.. "MSCF"u8], 0, ContentKind.Installer),
        ([.. "!<arch>\ndebian"u8], 0, ContentKind.Installer),
        ([0xED, 0xAB, 0xEE, 0xDB], 0, ContentKind.Installer),
        ([.. "conectix"u8], 0, ContentKind.DiskImage),
        ([.. "vhdxfile"u8], 0, ContentKind.DiskImage),
        ([.. "CD001"u8], 0x8001, ContentKind.DiskImage),
        ([.. "BEA01"u8], 0x8001, ContentKind.DiskImage),
        ([.. "NSR0"u8], 0x8801, ContentKind.DiskImage),
        ([.. "Rar!\x1A\x07"u8], 0, ContentKind.Rar),
        ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], 0, ContentKind.SevenZip),
        ([0x1F, 0x8B], 0, ContentKind.Gzip),
        ([.. "BZh"u8], 0, ContentKind.Packed),
        ([0xFD, .. "7zXZ"u8, 0], 0, ContentKind.Packed),
        ([0x28, 0xB5, 0x2F, 0xFD], 0, ContentKind.Packed),
        ([.. "ustar"u8], 257, ContentKind.Tar),
        ([0x78, 0x9F, 0x3E, 0x22], 0, ContentKind.Tnef),
        ([.. "{\\rt"u8], 0, ContentKind.Rtf),
        ([.. "-----BEGIN PGP "u8], 0, ContentKind.PgpArmor),
        ([.. "ID3"u8], 0, ContentKind.Audio),
        ([.. "OggS"u8], 0, ContentKind.Audio),
        ([.. "fLaC"u8], 0, ContentKind.Audio),
        ([.. "WAVE"u8], 8, ContentKind.Audio),
        ([.. "AVI "u8], 8, ContentKind.Video),
        ([0x1A, 0x45, 0xDF, 0xA3], 0, ContentKind.Video),
        ([.. "ftyp"u8], 4, ContentKind.Video),
    ];

    /// <param name="octets">The first <see cref="Wanted"/> of the file, or all of it: macros in an office file are found for sure in the whole alone.</param>
    public static ContentKind Of(ReadOnlySpan<byte> octets)
    {
        if (octets.IsEmpty) return ContentKind.Empty;
        if (octets.StartsWith("MZ"u8) || octets.StartsWith("ZM"u8)) return ContentKind.Program; // a DOS stub is enough: what it lacks, the loader may forgive
        if (octets.StartsWith("PK\x03\x04"u8) || octets.StartsWith("PK\x05\x06"u8)) return Zipped(octets);
        if (octets.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])) return Compound(octets);
        foreach (var (mark, at, kind) in Marks)
            if (octets.Length >= at + mark.Length && octets[at..].StartsWith(mark)) return kind;
        if (octets.StartsWith("BM"u8) && octets.Length > 14 && octets[6..10].IndexOfAnyExcept((byte)0) < 0) return ContentKind.Image;
        if (octets[..Math.Min(octets.Length, 1024)].IndexOf("%PDF-"u8) >= 0) return ContentKind.Pdf; // readers take it from anywhere in the first kilobyte
        if (CmsContent.KindOf(octets) is { } cms) return cms;
        return Written(octets);
    }

    private static ContentKind Zipped(ReadOnlySpan<byte> octets)
    {
        if (Has(octets, "vbaProject.bin") || Has(octets, "vbaData.xml") || Has(octets, "xl/macrosheets/") || Has(octets, "Basic/script-lc.xml")) return ContentKind.MacroFile;
        if (Has(octets, "[Content_Types].xml") || Has(octets, "mimetypeapplication/vnd.oasis.opendocument")) return ContentKind.OfficeFile;
        if (Has(octets, "META-INF/MANIFEST.MF") || Has(octets, "AndroidManifest.xml") || Has(octets, "classes.dex")) return ContentKind.ProgramArchive;
        return octets.Length > 8 && (octets[6] & 1) == 1 ? ContentKind.EncryptedZip : ContentKind.Zip;
    }

    private static ContentKind Compound(ReadOnlySpan<byte> octets)
    {
        if (HasWide(octets, "_VBA_PROJECT") || HasWide(octets, "Macros")) return ContentKind.MacroFile;

        // Windows Installer's class is in the root entry: {000C1084-0000-0000-C000-000000000046}, patches 86, transforms 82.
        ReadOnlySpan<byte> tail = [0x10, 0x0C, 0, 0, 0, 0, 0, 0xC0, 0, 0, 0, 0, 0, 0, 0x46];
        for (var at = octets.IndexOf(tail); at >= 0; at = Next(octets, tail, at))
            if (at >= 1 && octets[at - 1] is 0x82 or 0x84 or 0x86) return ContentKind.Installer;
        return ContentKind.OldOfficeFile;
    }

    private static int Next(ReadOnlySpan<byte> octets, ReadOnlySpan<byte> what, int after) =>
        octets[(after + 1)..].IndexOf(what) is >= 0 and var more ? after + 1 + more : -1;

    private static ContentKind Written(ReadOnlySpan<byte> octets)
    {
        if (Characters(octets) is not { } text) return ContentKind.Unknown;

        var start = text.TrimStart().TrimStart('\uFEFF');
        if (start.StartsWith("-----BEGIN PGP ", StringComparison.Ordinal)) return ContentKind.PgpArmor;
        if (start.StartsWith("#!", StringComparison.Ordinal)) return ContentKind.Script;
        if (Starts(start, "REGEDIT4") || Starts(start, "Windows Registry Editor") || Starts(start, "@echo off")) return ContentKind.Script;
        if (Starts(start, "[InternetShortcut]") || Starts(start, "[Desktop Entry]")) return ContentKind.Shortcut;
        if (!start.StartsWith('<')) return ContentKind.Text;

        var head = start[..Math.Min(start.Length, MarkupLooked)];
        return SvgTag().IsMatch(head) && !WebTag().IsMatch(head[..head.IndexOf("<svg", StringComparison.OrdinalIgnoreCase)]) ? ContentKind.Svg
            : WebTag().IsMatch(head) ? ContentKind.WebPage
            : ContentKind.Text;
    }

    /// <summary>The first characters when the octets look like text in any charset; null when they do not.</summary>
    private static string? Characters(ReadOnlySpan<byte> octets)
    {
        var head = octets[..Math.Min(octets.Length, TextLooked)];
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return Encoding.Unicode.GetString(head[2..]);
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return Encoding.BigEndianUnicode.GetString(head[2..]);

        var odd = 0;
        foreach (var octet in head)
        {
            if (octet == 0) return null;
            if (octet < ' ' && octet is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or 0x0C or 0x1B)) odd++;
        }

        return odd * 50 > head.Length ? null : Encoding.Latin1.GetString(head.StartsWith(Encoding.UTF8.Preamble) ? head[3..] : head);
    }

    private static bool Starts(string text, string with) => text.StartsWith(with, StringComparison.OrdinalIgnoreCase);

    private static bool Has(ReadOnlySpan<byte> octets, string ascii) => octets.IndexOf(Encoding.ASCII.GetBytes(ascii)) >= 0;

    private static bool HasWide(ReadOnlySpan<byte> octets, string text) => octets.IndexOf(Encoding.Unicode.GetBytes(text)) >= 0;

    [GeneratedRegex("<svg[\\s>:/]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex SvgTag();

    [GeneratedRegex("<(!doctype\\s+html|html|head|body|script|iframe|meta|form|style|title|a|p|div|table|img|object|embed|base|link)[\\s>/]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex WebTag();
}
