using Microsoft.Extensions.Logging;

namespace Pannier.Core.Away;

internal static partial class Log
{
    [LoggerMessage(1911, LogLevel.Warning, "Background grants that are over could not be removed yet: {Trouble}")]
    public static partial void SweepFailed(ILogger logger, string trouble);
}
