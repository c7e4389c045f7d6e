using System.Globalization;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Security;

namespace Pannier.Mail.Imap;

/// <summary>The one place where what MailKit throws becomes a <see cref="MailFault"/>.</summary>
internal static partial class ImapFaults
{
    private static readonly TimeSpan LongestBackOff = TimeSpan.FromHours(1);

    /// <returns>Null when it is no fault of a server: a bug, or a fault already.</returns>
    public static MailFault? Read(Exception e, Refusal? refusal, bool showText)
    {
        var text = showText && refusal is { Text.Length: > 0 } ? refusal.Text : null;
        return Kind(e, refusal) is { } kind ? new MailFault(kind, text, e) { BackOff = BackOff(refusal?.Text) } : null;
    }

    /// <summary>True when the connection is as good as before.</summary>
    public static bool LeavesLineGood(MailFaultKind kind) => kind is MailFaultKind.Refused or MailFaultKind.NotFound
        or MailFaultKind.UidValidityChanged or MailFaultKind.OverQuota or MailFaultKind.TooLarge or MailFaultKind.Unsupported;

    private static MailFaultKind? Kind(Exception e, Refusal? refusal) => e switch
    {
        AuthenticationException or SaslException => SignIn(refusal),
        ImapCommandException => Refused(refusal),
        FolderNotFoundException or MessageNotFoundException => MailFaultKind.NotFound,
        FolderNotOpenException => MailFaultKind.Refused, // a mailbox that may only be read
        ImapProtocolException when refusal is { IsBye: true } => Bye(refusal),
        ImapProtocolException p => Ended(p) ? MailFaultKind.Dropped : MailFaultKind.Protocol,
        ServiceNotConnectedException or ServiceNotAuthenticatedException => MailFaultKind.Dropped,
        SslHandshakeException => MailFaultKind.Certificate,
        IOException io => refusal is { IsBye: true } ? Bye(refusal) : io.InnerException is TimeoutException ? MailFaultKind.TimedOut : MailFaultKind.Dropped,
        SocketException => MailFaultKind.Dropped,
        NotSupportedException => MailFaultKind.Unsupported,
        FormatException or ArgumentException or InvalidOperationException or IndexOutOfRangeException or NullReferenceException
            when FromParser(e) => MailFaultKind.Protocol,
        _ => null,
    };

    private static MailFaultKind SignIn(Refusal? refusal) => refusal switch
    {
        null => MailFaultKind.SignInRefused,
        { Code: "UNAVAILABLE" or "SERVERBUG" or "CONTACTADMIN" } => MailFaultKind.Refused,
        _ when IsTooMany(refusal) => MailFaultKind.TooManyConnections,
        _ when BasicIsBlocked().IsMatch(refusal.Text) => MailFaultKind.OAuthRequired,
        _ => MailFaultKind.SignInRefused,
    };

    private static MailFaultKind Refused(Refusal? refusal) => refusal switch
    {
        null => MailFaultKind.Refused,
        { Code: "OVERQUOTA" } => MailFaultKind.OverQuota,
        { Code: "TOOBIG" } => MailFaultKind.TooLarge,
        { Code: "NONEXISTENT" or "TRYCREATE" } => MailFaultKind.NotFound,
        { Code: "AUTHENTICATIONFAILED" or "AUTHORIZATIONFAILED" or "EXPIRED" or "PRIVACYREQUIRED" } => SignIn(refusal),
        _ when IsTooMany(refusal) => MailFaultKind.TooManyConnections,
        _ when QuotaText().IsMatch(refusal.Text) => MailFaultKind.OverQuota,
        _ => MailFaultKind.Refused,
    };

    private static MailFaultKind Bye(Refusal refusal) => IsTooMany(refusal) ? MailFaultKind.TooManyConnections : MailFaultKind.Dropped;

    private static bool IsTooMany(Refusal refusal) =>
        refusal.Code is "LIMIT" or "INUSE" || TooManyText().IsMatch(refusal.Text) || BackOff(refusal.Text) is not null;

    private static TimeSpan? BackOff(string? text)
    {
        if (text is null || BackOffText().Match(text) is not { Success: true } match) return null;
        if (!double.TryParse(match.Groups["n"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return null;
        var asked = match.Groups["unit"].Value.ToLowerInvariant() switch
        {
            "ms" or "milliseconds" => TimeSpan.FromMilliseconds(Math.Min(number, LongestBackOff.TotalMilliseconds)),
            "m" or "min" or "minute" or "minutes" => TimeSpan.FromMinutes(Math.Min(number, LongestBackOff.TotalMinutes)),
            _ => TimeSpan.FromSeconds(Math.Min(number, LongestBackOff.TotalSeconds)),
        };
        return asked;
    }

    private static bool Ended(Exception e) =>
        e.Message.Contains("disconnected", StringComparison.OrdinalIgnoreCase) || (e.InnerException is ImapProtocolException inner && Ended(inner));

    /// <summary>MailKit's parsers throw the framework's own exceptions on some answers; ours never come from its assembly.</summary>
    private static bool FromParser(Exception e) => e.Source is "MailKit" or "MimeKit";

    [GeneratedRegex(@"too many (simultaneous |concurrent )?(connections|sessions)|connection limit|maximum number of (connections|sessions)|connections? .{0,20}exceeded|too many .{0,20}logins", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex TooManyText();

    [GeneratedRegex(@"(back-?\s?off( time)?|try again (in|after)|retry after|wait)[: ]+(?<n>\d{1,9})\s*(?<unit>milliseconds|ms|minutes?|min|m|seconds?|sec|s)?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex BackOffText();

    [GeneratedRegex(@"basicauthblocked|basic auth(entication)? is (disabled|blocked)|web ?login required|oauth", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex BasicIsBlocked();

    [GeneratedRegex(@"over ?quota|quota (is )?exceeded|mailbox is full|disk quota", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex QuotaText();
}
