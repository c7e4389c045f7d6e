using Microsoft.Extensions.Logging;

namespace Pannier.Core.Outside;

internal static partial class Log
{
    [LoggerMessage(1601, LogLevel.Warning, "Sign-in: {Host} could not be asked: {Fault}")]
    public static partial void CannotAsk(ILogger logger, string host, string fault);

    [LoggerMessage(1602, LogLevel.Information, "Sign-in: {Host} vouched for somebody who is not invited; 'pannier user add NAME' invites")]
    public static partial void NotInvited(ILogger logger, string host);

    [LoggerMessage(1603, LogLevel.Warning, "Sign-in: {Host} vouched for a name that somebody has who signs in another way; they were not let in")]
    public static partial void NameOfAnother(ILogger logger, string host);

    [LoggerMessage(1604, LogLevel.Warning, "Sign-in: a request from {Address} had the header {Header}, and that address is not in Proxy:Addresses; it was refused")]
    public static partial void ProxyFromElsewhere(ILogger logger, string header, string address);

    [LoggerMessage(1605, LogLevel.Warning, "Sign-in: a request from {Address} had the header {Header} without the secret of Proxy:Secret; it was refused")]
    public static partial void ProxyWithoutSecret(ILogger logger, string header, string address);

    [LoggerMessage(1606, LogLevel.Warning, "Sign-in: what the proxy sent in the header {Header} cannot be one person's name; the request was refused")]
    public static partial void ProxyNamesNobody(ILogger logger, string header);

    [LoggerMessage(1607, LogLevel.Information, "Sign-in: a token that should be of {Issuer} was refused: {Fault}")]
    public static partial void TokenRefused(ILogger logger, string issuer, string fault);

    [LoggerMessage(1609, LogLevel.Warning, "Sign-in: the data of {Count} people is wrapped by a site key that site.key no longer holds; they need their recovery key")]
    public static partial void WrapsLost(ILogger logger, int count);

    [LoggerMessage(1608, LogLevel.Information, "Sign-in: no mail server of {Domain} was found that may be shown a password")]
    public static partial void NothingFound(ILogger logger, string domain);
}
