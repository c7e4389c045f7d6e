namespace Pannier.Mail.Lists;

/// <summary>The messages next to one in a list; null at its ends.</summary>
public sealed record Neighbours(MessageKey? Newer, MessageKey? Older)
{
    /// <summary>Where the page lies that begins with the message itself.</summary>
    public PagePlace Place { get; init; } = PagePlace.First;
}
