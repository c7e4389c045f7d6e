using Microsoft.Extensions.Logging;

namespace Pannier.Core.Jobs;

internal static partial class Log
{
    [LoggerMessage(1201, LogLevel.Warning, "Job {Job} failed: {Fault}; it runs again after its pause")]
    public static partial void JobFailed(ILogger logger, string job, string fault);

    [LoggerMessage(1204, LogLevel.Information, "Job {Job} was left: its session ended")]
    public static partial void JobLeft(ILogger logger, string job);

    [LoggerMessage(1202, LogLevel.Error, "Job {Job} broke; it runs again after its pause")]
    public static partial void JobBroke(ILogger logger, string job, Exception bug);

    [LoggerMessage(1203, LogLevel.Error, "Errand {Errand} broke")]
    public static partial void ErrandBroke(ILogger logger, string errand, Exception bug);
}
