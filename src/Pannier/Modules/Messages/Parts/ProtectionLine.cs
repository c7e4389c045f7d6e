using Pannier.Core;

namespace Pannier.Modules.Messages.Parts;

/// <summary>What a sender has done to protect a message, and what Pannier makes of it.</summary>
/// <param name="Url">The page of the part that holds what is protected; null when it is the text above.</param>
public sealed record ProtectionLine(Said Said, LocalUrl? Url);
