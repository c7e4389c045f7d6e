namespace Pannier.Mail.Search;

/// <summary>A stretch of a shown text.</summary>
public readonly record struct HighlightPiece(string Text, Hit Hit);
