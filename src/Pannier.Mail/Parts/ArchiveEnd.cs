namespace Pannier.Mail.Parts;

/// <summary>How the list of an archive ended.</summary>
public enum ArchiveEnd
{
    Whole,

    /// <summary>There are more entries, or octets, than are looked at.</summary>
    Cut,

    /// <summary>The archive is damaged from there on.</summary>
    Damaged,
}
