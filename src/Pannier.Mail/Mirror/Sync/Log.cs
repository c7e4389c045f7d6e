using Microsoft.Extensions.Logging;

namespace Pannier.Mail.Mirror.Sync;

internal static partial class Log
{
    [LoggerMessage(2301, LogLevel.Information, "An account's sync failed: {Fault}; it goes on after a pause")]
    public static partial void Failed(ILogger logger, MailFaultKind fault);

    [LoggerMessage(2302, LogLevel.Information, "An account's sync goes on")]
    public static partial void Recovered(ILogger logger);

    [LoggerMessage(2303, LogLevel.Error, "An account's sync broke; it goes on after a pause")]
    public static partial void Broke(ILogger logger, Exception bug);
}
