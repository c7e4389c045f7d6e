namespace Pannier.Mail.Calendar;

/// <summary>Somebody who is invited, and what they said.</summary>
public sealed record Attendance(EmailAddress Who, Participation Said);
