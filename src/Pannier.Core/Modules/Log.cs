using Microsoft.Extensions.Logging;

namespace Pannier.Core.Modules;

internal static partial class Log
{
    [LoggerMessage(1101, LogLevel.Warning, "Module {Module}: its part of {Slot} took too long and was left out")]
    public static partial void PartTooSlow(ILogger logger, string module, string slot);

    [LoggerMessage(1102, LogLevel.Warning, "Module {Module}: its part of {Slot} was left out: {Fault}")]
    public static partial void PartFailed(ILogger logger, string module, string slot, string fault);

    [LoggerMessage(1103, LogLevel.Error, "Module {Module}: its part of {Slot} broke and was left out")]
    public static partial void PartBroke(ILogger logger, string module, string slot, Exception bug);
}
