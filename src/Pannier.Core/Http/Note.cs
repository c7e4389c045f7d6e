using System.Text.Json.Serialization;

namespace Pannier.Core.Http;

/// <summary>A notice as the cookie holds it.</summary>
internal sealed record Note(string Key, IReadOnlyList<NotePart> Parts, string Text, SaidTone Tone, NoteAct? Act);
