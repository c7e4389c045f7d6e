namespace Pannier.Modules.Compose;

/// <summary>The head of the sidebar: a new message, and the outbox when there is something in it.</summary>
/// <param name="InOutbox">How many messages are in the outbox.</param>
public sealed record WritingLinks(int InOutbox, bool IsOutboxHere);
