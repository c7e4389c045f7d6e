using Pannier.Core;

namespace Pannier.Modules.Messages;

/// <summary>A file of a message.</summary>
/// <param name="Size">As people say it, of the file itself, roughly: transfer encodings are taken off by rule.</param>
public sealed record Attachment(string Name, string MediaType, string Size, LocalUrl Url);
