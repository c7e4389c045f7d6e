namespace Pannier.Mail;

/// <summary>A fault of an account's server, and when it was.</summary>
public sealed record PastFault(DateTimeOffset At, MailFault Fault);
