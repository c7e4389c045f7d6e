using Microsoft.Extensions.Logging;

namespace Pannier.Core.Audit;

internal static partial class Log
{
    [LoggerMessage(1901, LogLevel.Warning, "{Count} failed sign-ins were not written to anybody's security log: more came than could be written")]
    public static partial void NotesLeft(ILogger logger, long count);

    [LoggerMessage(1902, LogLevel.Warning, "An event was not written to its security log: {Fault}")]
    public static partial void NoteFailed(ILogger logger, string fault);
}
