namespace Pannier.Core;

/// <summary>What fills one named place of a text: a string, a number or a <see cref="DateTimeOffset"/>.</summary>
public sealed record SaidPart(string Name, object Value);
