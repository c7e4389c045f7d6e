namespace Pannier.Mail;

/// <summary>Where an appended message went; null where the server did not say and it could not be found.</summary>
public sealed record AppendResult(uint? UidValidity, Uid? Uid);
