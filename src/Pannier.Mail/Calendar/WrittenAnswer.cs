namespace Pannier.Mail.Calendar;

/// <summary>An answer as a whole message.</summary>
/// <param name="Octets">From its beginning; the caller's to dispose of.</param>
/// <param name="MessageId">Without brackets.</param>
public sealed record WrittenAnswer(MemoryStream Octets, string MessageId);
