using Microsoft.Extensions.Logging;
using Pannier.Mail;

namespace Pannier.Core.Humans;

internal static partial class Log
{
    [LoggerMessage(1701, LogLevel.Warning, "Human check: {Vendor} could not be asked: {Why}; nobody passes")]
    public static partial void NotAsked(ILogger logger, string vendor, MailFaultKind why);

    [LoggerMessage(1702, LogLevel.Error, "Human check: the service says that HumanCheck:SecretKey is wrong; nobody passes")]
    public static partial void WrongSecret(ILogger logger);
}
