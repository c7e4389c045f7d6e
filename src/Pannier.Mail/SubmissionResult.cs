namespace Pannier.Mail;

/// <summary>What became of a submission.</summary>
/// <param name="Refused">Recipients refused while others were taken, with the server's words, untrusted.</param>
/// <param name="Fault">Why it was not taken, or why nobody knows; null when taken.</param>
public sealed record SubmissionResult(SubmissionOutcome Outcome, IReadOnlyList<RefusedRecipient> Refused, MailFault? Fault);
