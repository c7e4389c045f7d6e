using Microsoft.Extensions.Logging;

namespace Pannier.Core.Accounts.Keeping;

internal static partial class Log
{
    [LoggerMessage(1401, LogLevel.Warning, "A kept mirror cannot be used and is left alone, or made anew: {Why}")]
    public static partial void Unusable(ILogger logger, string why);

    [LoggerMessage(1402, LogLevel.Error, "Keeping a mirror broke; it is tried again")]
    public static partial void Broke(ILogger logger, Exception bug);
}
