using Microsoft.Extensions.Logging;

namespace Pannier.Mail.Mirror.Keeping;

internal static partial class Log
{
    [LoggerMessage(2401, LogLevel.Debug, "{Messages} messages of a mirror were read back")]
    public static partial void Read(ILogger logger, int messages);

    [LoggerMessage(2402, LogLevel.Warning, "{Mailboxes} mailboxes of a kept mirror were damaged; they are read in from their servers again")]
    public static partial void Lost(ILogger logger, int mailboxes);
}
