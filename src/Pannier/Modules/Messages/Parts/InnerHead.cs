namespace Pannier.Modules.Messages.Parts;

/// <summary>The head of a message within a message. It says what its forwarder put there: no server has looked at it.</summary>
/// <param name="Subject">Null when it has none.</param>
/// <param name="When">Null when it has no date.</param>
public sealed record InnerHead(string? Subject, string From, string To, string Cc, string? When);
