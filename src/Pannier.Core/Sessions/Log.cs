using Microsoft.Extensions.Logging;

namespace Pannier.Core.Sessions;

internal static partial class Log
{
    [LoggerMessage(1301, LogLevel.Warning, "A sweep of the sessions was cut short by {Fault}; the next one goes on")]
    public static partial void SweepFailed(ILogger logger, string fault);
}
