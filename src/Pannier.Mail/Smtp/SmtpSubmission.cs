using Microsoft.Extensions.Logging;
using Pannier.Mail.Net;

namespace Pannier.Mail.Smtp;

/// <summary>
/// Hands messages in over SMTP (RFC 6409), each on a connection of its own. A message goes to all its recipients or to none: when
/// one is refused nothing is sent, and the person is told which, so that nobody has to find out who got it and who did not.
/// </summary>
/// <remarks>
/// <see cref="SubmissionOutcome.NotSent"/> is what a later try may mend: a 4xx, no connection, a line that broke before the closing
/// dot. <see cref="SubmissionOutcome.Rejected"/> is what the person has to mend: a 5xx, a refused password, a bad certificate, a
/// message too large, an address the server cannot take; so is a 4xx that asks for fewer recipients.
/// </remarks>
public sealed class SmtpSubmission(SmtpLogin login, Egress egress, SmtpOptions options, TimeProvider time, ILogger<SmtpSubmission> logger) : ISubmission
{
    private readonly SmtpSignIn _signIn = new(egress, options, time);

    /// <inheritdoc/>
    /// <param name="message">Must be able to seek, since the server is told its size first. Bytes go as they are, but for lone CR or LF.</param>
    /// <exception cref="ArgumentException">The message cannot be read twice, or names Bcc.</exception>
    public async Task<SubmissionResult> SubmitAsync(SubmissionEnvelope envelope, Stream message, CancellationToken cancellation)
    {
        if (!message.CanSeek) throw new ArgumentException("The message must be able to seek.", nameof(message));

        var traits = await MessageTraits.ReadAsync(message, cancellation);
        if (traits.HasBcc) throw new ArgumentException("The message names Bcc; write it for submission.", nameof(message));

        var since = time.GetTimestamp();
        var result = await TryAsync(envelope, message, traits, cancellation);
        if (result.Outcome == SubmissionOutcome.Accepted) Log.Accepted(logger, login.Server.Host, traits.Octets, envelope.Recipients.Count, time.GetElapsedTime(since));
        else Log.NotTaken(logger, login.Server.Host, result.Outcome, result.Fault?.Kind, result.Refused.Count, envelope.Recipients.Count);
        return result;
    }

    public async Task TestAsync(CancellationToken cancellation)
    {
        try
        {
            await using var session = await _signIn.ConnectAsync(login, cancellation);
        }
        catch (SmtpRefusal refusal)
        {
            throw refusal.Fault;
        }
    }

    private async Task<SubmissionResult> TryAsync(SubmissionEnvelope envelope, Stream message, MessageTraits traits, CancellationToken cancellation)
    {
        var unreadable = envelope.Recipients.Prepend(envelope.MailFrom).Where(address => AddrSpec.Read(address) is null).ToList();
        if (unreadable.Count > 0 || envelope.Recipients.Count == 0) return Unfit(unreadable, MailFaultKind.Refused);

        var from = AddrSpec.Read(envelope.MailFrom)!; // just read
        IReadOnlyList<AddrSpec> recipients = [.. envelope.Recipients.Select(AddrSpec.Read).OfType<AddrSpec>()];
        SmtpSession? session = null;
        try
        {
            session = await _signIn.ConnectAsync(login, cancellation);
            return await TryAsync(session, from, recipients, message, traits, cancellation);
        }
        catch (SmtpRefusal refusal)
        {
            return new(refusal.Reply.IsTransient ? SubmissionOutcome.NotSent : SubmissionOutcome.Rejected, [], refusal.Fault);
        }
        catch (MailFault fault)
        {
            return new(session is { IsHandedOver: true } ? SubmissionOutcome.ReplyLost : Judge(fault), [], fault);
        }
        finally
        {
            if (session is not null) await session.DisposeAsync();
        }
    }

    private static async Task<SubmissionResult> TryAsync(
        SmtpSession session, AddrSpec from, IReadOnlyList<AddrSpec> recipients, Stream message, MessageTraits traits, CancellationToken cancellation)
    {
        if (session.MostOctets is { } most && traits.Octets > most) return Unfit([], MailFaultKind.TooLarge);

        var foreign = recipients.Prepend(from).Where(address => address.IsInternational).Select(address => address.Value).Distinct().ToList();
        var international = foreign.Count > 0 || traits.HasEightBitHeader;
        if (international && !session.TakesInternational) return Unfit(foreign, MailFaultKind.Unsupported);
        if (traits.HasEightBit && !session.TakesEightBit) return Unfit([], MailFaultKind.Unsupported);

        var refused = await session.AddressAsync(from, recipients, traits, international, cancellation);
        if (refused.Count > 0)
        {
            var later = refused.All(one => one.Reply is { IsTransient: true, Status: not "4.5.3" });
            return new(
                later ? SubmissionOutcome.NotSent : SubmissionOutcome.Rejected,
                [.. refused.Select(one => new RefusedRecipient(one.Recipient.Value, one.Reply.Text))],
                SmtpFaults.Submission(refused[0].Reply).Fault);
        }

        await session.HandOverAsync(message, cancellation);
        return new(SubmissionOutcome.Accepted, [], null);
    }

    private static SubmissionResult Unfit(IReadOnlyList<string> addresses, MailFaultKind kind) =>
        new(SubmissionOutcome.Rejected, [.. addresses.Select(address => new RefusedRecipient(address, ""))], new MailFault(kind));

    private static SubmissionOutcome Judge(MailFault fault) => fault.Then is Then.GiveUp or Then.SignIn ? SubmissionOutcome.Rejected : SubmissionOutcome.NotSent;
}
