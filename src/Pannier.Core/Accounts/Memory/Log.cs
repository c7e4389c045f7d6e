using Microsoft.Extensions.Logging;

namespace Pannier.Core.Accounts.Memory;

internal static partial class Log
{
    [LoggerMessage(1421, LogLevel.Warning, "Mirrors take {Used} MB of {Budget} MB: no older mail is read in until there is room. Raise Mirror:Megabytes, or give the process more memory")]
    public static partial void Full(ILogger logger, long used, long budget);

    [LoggerMessage(1422, LogLevel.Error, "Guarding the mirrors' memory broke; it goes on")]
    public static partial void Broke(ILogger logger, Exception bug);
}
