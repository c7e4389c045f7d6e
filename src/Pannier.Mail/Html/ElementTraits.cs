namespace Pannier.Mail.Html;

/// <summary>What HTML's tree construction (§13.2.6) knows of an element and we must respect to be read as we wrote.</summary>
[Flags]
internal enum ElementTraits
{
    None = 0,

    /// <summary>Has no end tag and no content.</summary>
    Void = 1,

    /// <summary>Its start tag closes an open paragraph.</summary>
    Block = 2,

    Heading = 4,

    /// <summary>In HTML's "special" category: an item of an outer list stays open across it.</summary>
    Special = 8,

    /// <summary>A paragraph outside it stays open across it.</summary>
    Scope = 16,

    /// <summary>A link outside it does not forbid one inside.</summary>
    Marker = 32,

    /// <summary>Holds only table parts; blanks between them mean nothing.</summary>
    TableFrame = 64,

    /// <summary>Stands in a table frame and nowhere else.</summary>
    TablePart = 128,
}
