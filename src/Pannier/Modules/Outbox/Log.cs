namespace Pannier.Modules.Outbox;

internal static partial class Log
{
    [LoggerMessage(3501, LogLevel.Error, "Sending a message broke; it stays in the outbox")]
    public static partial void SendingBroke(ILogger logger, Exception bug);
}
