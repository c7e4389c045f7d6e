namespace Pannier.Core.Http;

/// <summary>A notice's button as the cookie holds it.</summary>
internal sealed record NoteAct(string Url, string Label, string Name, string Value);
