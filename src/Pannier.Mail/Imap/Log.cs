using Microsoft.Extensions.Logging;

namespace Pannier.Mail.Imap;

internal static partial class Log
{
    [LoggerMessage(2101, LogLevel.Warning, "{Host} takes no more connections for one login; keeping to {Ceiling}")]
    public static partial void CeilingLowered(ILogger logger, HostName host, int ceiling);

    [LoggerMessage(2102, LogLevel.Warning, "Mail server {Host} failed: {Kind}; next attempt in {Delay}")]
    public static partial void Failed(ILogger logger, HostName host, MailFaultKind kind, TimeSpan delay);

    [LoggerMessage(2103, LogLevel.Information, "A pooled connection to {Host} was dead; opening another")]
    public static partial void Replaced(ILogger logger, HostName host);
}
