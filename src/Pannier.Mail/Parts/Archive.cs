using System.Globalization;

namespace Pannier.Mail.Parts;

/// <summary>An archive looked into in memory: its list, and one file at a time out of it, within budgets. Nothing is unpacked to disk, and nothing at all for the list.</summary>
public sealed class Archive : IPartBox
{
    /// <summary>The most entries that are listed.</summary>
    public const int Most = 2_000;

    /// <summary>The largest file that is taken out of an archive, in octets unpacked.</summary>
    public const long MostOctets = 64L * 1024 * 1024;

    private readonly Func<int, Stream> _open;

    internal Archive(IReadOnlyList<ArchiveEntry> entries, ArchiveEnd end, Func<int, Stream> open)
    {
        (Entries, End, _open) = (entries, end, open);
        Pieces = [.. entries.Select((entry, at) => new BodyPart((at + 1).ToString(CultureInfo.InvariantCulture), "application/octet-stream", null, entry.Size ?? 0, entry.Name, null, Disposition.Attachment, TextFlow.Fixed, []))];
    }

    public IReadOnlyList<ArchiveEntry> Entries { get; }

    /// <summary>Whether the list is whole.</summary>
    public ArchiveEnd End { get; }

    public IReadOnlyList<BodyPart> Pieces { get; }

    /// <summary>Looks into a zip, tar, or gzip file; null when it is none of them or cannot be read.</summary>
    public static Archive? Read(byte[] octets, ContentKind kind) => kind switch
    {
        ContentKind.Zip or ContentKind.EncryptedZip or ContentKind.ProgramArchive or ContentKind.OfficeFile or ContentKind.MacroFile => ZipList.Read(octets),
        ContentKind.Tar => TarList.Read(() => new MemoryStream(octets, writable: false)),
        ContentKind.Gzip => GzipList.Read(octets),
        _ => null,
    };

    /// <summary>Whether an entry may be taken out: a file, without a password, within the budgets.</summary>
    public bool CanTake(int number) =>
        number >= 1 && number <= Entries.Count && Entries[number - 1] is { Swells: false } entry && entry.Size is null or <= MostOctets && (Entries[number - 1].Marks & (EntryMark.Directory | EntryMark.Encrypted | EntryMark.NotAFile)) == EntryMark.None;

    /// <exception cref="PartFault">There is no such entry, it may not be taken out, or it is not what the list says.</exception>
    public async Task<CopyExtent> CopyAsync(BodyPart part, Stream to, long atMost, CancellationToken cancellation)
    {
        if (!int.TryParse(part.Section, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || !CanTake(number)) throw new PartFault("There is no such entry, or it is not taken out.");

        try
        {
            await using var entry = _open(number - 1);
            var (left, said) = (Math.Min(atMost, MostOctets), Entries[number - 1].Size ?? MostOctets);
            var buffer = new byte[64 * 1024];
            while (await entry.ReadAsync(buffer, cancellation) is > 0 and var read)
            {
                said -= read;
                if (said < 0) throw new PartFault("More than the list said.");
                await to.WriteAsync(buffer.AsMemory(0, (int)Math.Min(read, left)), cancellation);
                if (read > left) return CopyExtent.Cut;
                left -= read;
            }

            return said == 0 || Entries[number - 1].Size is null ? CopyExtent.Whole : throw new PartFault("Less than the list said.");
        }
        catch (InvalidDataException broken)
        {
            throw new PartFault("Damaged within.", broken);
        }
    }
}
