namespace Pannier.Core.Http;

/// <summary>A part of a notice, with its type: a number, a time or a string.</summary>
internal sealed record NotePart(string Name, string Kind, string Value);
