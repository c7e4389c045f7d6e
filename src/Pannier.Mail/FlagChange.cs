namespace Pannier.Mail;

/// <summary>A message's keywords as the server has them now.</summary>
public readonly record struct FlagChange(Uid Uid, Keywords Keywords);
