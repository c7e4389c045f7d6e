namespace Pannier.Mail.Compose;

/// <summary>What stands between two commas of a list of addresses.</summary>
/// <param name="Raw">As typed, trimmed.</param>
/// <param name="Words">Outside brackets and comments, quotes taken off.</param>
/// <param name="Bare">The same with quotes left on, as the local part of an address may need them.</param>
/// <param name="Bracketed">Between <c>&lt;</c> and <c>&gt;</c>; null when there are none.</param>
/// <param name="Comment">In parentheses; null when there is none.</param>
internal sealed record AddressPiece(
    string Raw, string Words, string Bare, string? Bracketed, string? Comment, bool Quoted, bool AfterBracket, bool IsUnclosed, bool OpenBracket);
