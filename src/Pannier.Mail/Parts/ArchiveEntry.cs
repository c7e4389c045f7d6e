namespace Pannier.Mail.Parts;

/// <summary>One line of an archive's list.</summary>
/// <param name="Name">As it stands there: untrusted, path and all.</param>
/// <param name="Size">Octets unpacked, as the archive says; null when it does not.</param>
/// <param name="Packed">Octets within the archive; null when it is packed as a whole.</param>
public sealed record ArchiveEntry(string Name, long? Size, long? Packed, EntryMark Marks)
{
    /// <summary>Swells more than any honest file: it is listed and not taken out.</summary>
    public bool Swells => Size is > 1_000_000 and var size && Packed is { } packed && size / Math.Max(packed, 1) > 200;

    internal static EntryMark MarksOf(string name)
    {
        var path = name.Replace('\\', '/');
        var outside = path.StartsWith('/') || path.Split('/').Contains("..", StringComparer.Ordinal) || (path.Length > 1 && path[1] == ':');
        return (outside ? EntryMark.Outside : EntryMark.None) | (path.EndsWith('/') ? EntryMark.Directory : EntryMark.None);
    }
}
