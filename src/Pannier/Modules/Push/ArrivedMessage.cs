using Pannier.Core;

namespace Pannier.Modules.Push;

/// <summary>One message to announce.</summary>
/// <param name="Subject">Null when it has none.</param>
public sealed record ArrivedMessage(string From, string? Subject, LocalUrl Url);
