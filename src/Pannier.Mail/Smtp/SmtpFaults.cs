using System.Net.Sockets;
using System.Text.RegularExpressions;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace Pannier.Mail.Smtp;

/// <summary>The one place where answers and broken lines become a <see cref="MailFault"/>.</summary>
internal static partial class SmtpFaults
{
    public static MailFault Broken(IOException e) =>
        new(e.InnerException is TimeoutException ? MailFaultKind.TimedOut : MailFaultKind.Dropped, inner: e);

    /// <summary>A no to handing in a message.</summary>
    public static SmtpRefusal Submission(SmtpReply reply) => Refusal(reply, reply switch
    {
        _ when TooMany().IsMatch(reply.Text) => MailFaultKind.TooManyConnections,
        { Status: "5.2.2" or "4.2.2" } => MailFaultKind.OverQuota,
        { Status: "5.3.4" or "5.2.3" } or { Code: 523 } => MailFaultKind.TooLarge,
        { Code: 552 } => QuotaText().IsMatch(reply.Text) ? MailFaultKind.OverQuota : MailFaultKind.TooLarge,
        { Status: "5.6.7" or "5.6.9" } => MailFaultKind.Unsupported,
        { Code: 530 } => MailFaultKind.SignInRefused,
        _ => MailFaultKind.Refused,
    });

    /// <summary>A no to signing in.</summary>
    public static SmtpRefusal SignIn(SmtpReply reply) => Refusal(reply, reply switch
    {
        _ when TooMany().IsMatch(reply.Text) => MailFaultKind.TooManyConnections,
        { IsTransient: true } => MailFaultKind.Refused,
        { Status: "5.7.139" } => MailFaultKind.OAuthRequired,
        _ when BasicIsBlocked().IsMatch(reply.Text) => MailFaultKind.OAuthRequired,
        _ => MailFaultKind.SignInRefused,
    });

    /// <summary>What MailKit throws while it connects and signs in.</summary>
    /// <param name="last">The server's last answer, if it gave one.</param>
    /// <returns>Null when it is no fault of a server: a bug, or a fault already.</returns>
    public static Exception? Read(Exception e, SmtpReply? last) => e switch
    {
        AuthenticationException or SaslException => last is { Code: >= 400 } ? SignIn(last) : new MailFault(MailFaultKind.SignInRefused, inner: e),
        SmtpCommandException => last is { Code: >= 400 } ? Submission(last) : new MailFault(MailFaultKind.Protocol, inner: e),
        SmtpProtocolException p => new MailFault(p.Message.Contains("disconnected", StringComparison.OrdinalIgnoreCase) ? MailFaultKind.Dropped : MailFaultKind.Protocol, inner: e),
        ServiceNotConnectedException => new MailFault(MailFaultKind.Dropped, inner: e),
        IOException io => Broken(io),
        SocketException => new MailFault(MailFaultKind.Dropped, inner: e),
        NotSupportedException => new MailFault(MailFaultKind.Unsupported, inner: e),
        FormatException or ArgumentException or InvalidOperationException or IndexOutOfRangeException when e.Source is "MailKit" or "MimeKit" =>
            new MailFault(MailFaultKind.Protocol, inner: e),
        _ => null,
    };

    private static SmtpRefusal Refusal(SmtpReply reply, MailFaultKind kind) => new(reply, new MailFault(kind, reply.Text.Length > 0 ? reply.Text : null));

    [GeneratedRegex(@"too many (simultaneous |concurrent )?(connections|sessions)|connection limit|connections? .{0,20}exceeded", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex TooMany();

    [GeneratedRegex(@"quota|mailbox (is )?full", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex QuotaText();

    [GeneratedRegex(@"basic ?auth(entication)? is (disabled|blocked)|basicauthblocked|smtpclientauthentication is disabled|web ?login ?required|oauth", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex BasicIsBlocked();
}
