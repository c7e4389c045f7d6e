namespace Pannier.Modules.Lists;

/// <summary>How an open message stands, so that only what changes it is offered.</summary>
public sealed record OpenState(bool IsRead, bool IsFlagged);
