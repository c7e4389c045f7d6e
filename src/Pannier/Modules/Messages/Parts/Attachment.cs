using Pannier.Core;

namespace Pannier.Modules.Messages.Parts;

/// <summary>A file of a message.</summary>
/// <param name="Size">As people say it, of the file itself, roughly: transfer encodings are taken off by rule.</param>
/// <param name="Warnings">Why it is to be opened with care, by its name and declared type alone; empty for no cause.</param>
/// <param name="Url">The download; of a file with warnings the page that tells them comes first.</param>
/// <param name="ShowUrl">The page that shows it, as far as it can be shown.</param>
public sealed record Attachment(string Name, string MediaType, string Size, IReadOnlyList<Said> Warnings, LocalUrl Url, LocalUrl ShowUrl);
