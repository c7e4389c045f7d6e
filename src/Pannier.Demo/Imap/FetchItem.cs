namespace Pannier.Demo.Imap;

/// <summary>One thing FETCH asks for; <see cref="Section"/> only for BODY[…] and the RFC822 items.</summary>
internal sealed record FetchItem(string Name, BodySection? Section = null, bool MarksSeen = false);
