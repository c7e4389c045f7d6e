using Pannier.Core;
using Pannier.Mail.Parts;

namespace Pannier.Modules.Messages.Parts;

/// <summary>What is seen of a part.</summary>
public abstract record PartShown
{
    private PartShown()
    {
    }

    /// <summary>Nothing, and why.</summary>
    public sealed record Nothing(Said Why) : PartShown;

    /// <summary>A sanitised document, a picture's among them, in a frame without rights.</summary>
    public sealed record Framed(string FrameUrl, int Blocked) : PartShown;

    /// <summary>
    /// A PDF in the browser's own viewer. The frame has no <c>sandbox</c> attribute, with which Chromium shows none; the answer's own policy has one, with which it does.
    /// </summary>
    public sealed record Pdf(string FrameUrl) : PartShown;

    /// <summary>A text as it stands, hidden characters spelt out.</summary>
    public sealed record Source(string Text) : PartShown;

    /// <summary>An archive's list.</summary>
    public sealed record Listed(IReadOnlyList<EntryLine> Entries, ArchiveEnd End) : PartShown;

    /// <summary>A message within.</summary>
    public sealed record Message(InnerPage Page) : PartShown;
}
