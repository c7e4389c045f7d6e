using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Pannier.Mail;
using Pannier.Mail.Net;
using Pannier.Mail.Smtp;
using Pannier.Tests.Support;

namespace Pannier.Tests.Mail.Smtp;

/// <summary>Makes submissions that may reach a loopback server.</summary>
internal static class Submissions
{
    public const string Letter = "Subject: hello\r\n\r\nHello\r\n";

    public static SmtpSubmission To(
        int port, ConnectionSecurity security = ConnectionSecurity.None, string user = "ada", string password = "secret", string? authority = null,
        SmtpOptions? options = null, EgressOptions? egress = null, TimeProvider? time = null) => new(
            new SmtpLogin(ImapStores.Server(port, security), user, Secret.Of(password)),
            ImapStores.Egress(port, authority, egress),
            options ?? new SmtpOptions(),
            time ?? TimeProvider.System,
            NullLogger<SmtpSubmission>.Instance);

    public static SmtpSubmission To(Postfix postfix, ConnectionSecurity security = ConnectionSecurity.StartTls, string user = Postfix.User, string? password = null) =>
        To(security == ConnectionSecurity.Tls ? postfix.TlsPort : postfix.Port, security, user, password ?? Dovecot.Password, postfix.AuthorityFile);

    public static Task<SubmissionResult> Submit(this SmtpSubmission submission, string letter = Letter, string from = "ada@example.org", params string[] to) =>
        submission.SubmitAsync(
            new SubmissionEnvelope(from, to.Length == 0 ? ["bob@example.org"] : to), new MemoryStream(Encoding.UTF8.GetBytes(letter)), TestContext.Current.CancellationToken);
}
