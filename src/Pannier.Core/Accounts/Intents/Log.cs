using Microsoft.Extensions.Logging;
using Pannier.Mail;

namespace Pannier.Core.Accounts.Intents;

internal static partial class Log
{
    [LoggerMessage(1501, LogLevel.Information, "An act waits for its server: {Fault}; it is tried again")]
    public static partial void Waits(ILogger logger, MailFaultKind fault);

    [LoggerMessage(1502, LogLevel.Error, "An act broke; it was not done")]
    public static partial void Broke(ILogger logger, Exception bug);
}
