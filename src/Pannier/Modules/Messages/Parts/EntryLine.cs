using Pannier.Core;

namespace Pannier.Modules.Messages.Parts;

/// <summary>One line of an archive's list.</summary>
/// <param name="Name">Made harmless to read, its path in it.</param>
/// <param name="Size">As people say it; null when the archive does not tell.</param>
/// <param name="Marks">What is to be known of it: under a password, outside its folder, dangerous by name…</param>
/// <param name="ShowUrl">The page of the file; null for what is not taken out.</param>
public sealed record EntryLine(string Name, string? Size, string? Packed, IReadOnlyList<Said> Marks, LocalUrl? ShowUrl);
