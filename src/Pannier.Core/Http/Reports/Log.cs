using Microsoft.Extensions.Logging;

namespace Pannier.Core.Http.Reports;

internal static partial class Log
{
    [LoggerMessage(1801, LogLevel.Warning, "A browser says that our policy made it refuse {Directive} {Blocked} on {Page}, asked for by {Source}")]
    public static partial void Refused(ILogger logger, string directive, string blocked, string page, string source);
}
