using Microsoft.Extensions.Logging;

namespace Pannier.Core.Http.Gate;

internal static partial class Log
{
    [LoggerMessage(1001, LogLevel.Error, "Request {Number} to {Route} broke")]
    public static partial void Bug(ILogger logger, string number, string route, Exception bug);

    [LoggerMessage(1002, LogLevel.Error, "Request to {Route} was refused: {Reason}")]
    public static partial void Storage(ILogger logger, string route, string reason);
}
