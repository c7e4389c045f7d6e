namespace Pannier.Mail.Mirror.Matching;

/// <summary>What a server found in one mailbox.</summary>
/// <param name="Uids">Ascending.</param>
public sealed record FoundUids(uint UidValidity, IReadOnlyList<Uid> Uids);
