namespace Pannier.Modules.Push;

/// <summary>Messages to announce, and how.</summary>
public sealed record ArrivedPage(Announce Announce, IReadOnlyList<ArrivedMessage> Messages);
