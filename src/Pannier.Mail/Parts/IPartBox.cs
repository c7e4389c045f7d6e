namespace Pannier.Mail.Parts;

/// <summary>A part that holds others: a forwarded message, what Outlook packs, signed content, an archive. In memory as a whole, never on disk.</summary>
public interface IPartBox : IPartSource
{
    /// <summary>What is in it, in order; the section of each is its number, from 1.</summary>
    IReadOnlyList<BodyPart> Pieces { get; }
}
