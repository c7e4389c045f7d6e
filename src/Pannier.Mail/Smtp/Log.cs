using Microsoft.Extensions.Logging;

namespace Pannier.Mail.Smtp;

internal static partial class Log
{
    [LoggerMessage(2201, LogLevel.Information, "{Host} took a message of {Octets} octets for {Recipients} recipients in {Elapsed}")]
    public static partial void Accepted(ILogger logger, HostName host, long octets, int recipients, TimeSpan elapsed);

    [LoggerMessage(2202, LogLevel.Warning, "{Host} did not take a message: {Outcome}, {Kind}; {Refused} of {Recipients} recipients refused")]
    public static partial void NotTaken(ILogger logger, HostName host, SubmissionOutcome outcome, MailFaultKind? kind, int refused, int recipients);
}
