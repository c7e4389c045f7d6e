namespace Pannier.Mail;

/// <summary>Where messages went.</summary>
/// <param name="UidValidity">Of the target; null where it could not be learnt.</param>
/// <param name="Uids">Each message that went, with its uid in the target, null where it could not be learnt. One that was gone is left out.</param>
public sealed record CopyResult(uint? UidValidity, IReadOnlyDictionary<Uid, Uid?> Uids);
