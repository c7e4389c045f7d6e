namespace Pannier.Mail;

/// <summary>Hands a message to an account's submission server (RFC 6409).</summary>
public interface ISubmission
{
    /// <summary>Submits once and never again: whether a second try is safe is told by the result.</summary>
    /// <param name="message">The whole message without Bcc, CRLF line ends, from its present position.</param>
    /// <returns>What became of it, recipient by recipient.</returns>
    Task<SubmissionResult> SubmitAsync(SubmissionEnvelope envelope, Stream message, CancellationToken cancellation);

    /// <summary>Connects and signs in, sends nothing.</summary>
    /// <exception cref="MailFault">What stands in the way.</exception>
    Task TestAsync(CancellationToken cancellation);
}
