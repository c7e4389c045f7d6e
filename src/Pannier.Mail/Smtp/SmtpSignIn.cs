using System.Net;
using System.Net.Security;
using MailKit.Net.Smtp;
using MailKit.Security;
using Pannier.Mail.Net;

namespace Pannier.Mail.Smtp;

/// <summary>Connects to a submission server and signs in with the best mechanism it offers.</summary>
internal sealed class SmtpSignIn(Egress egress, SmtpOptions options, TimeProvider time)
{
    /// <summary>Best first. A mechanism that never sends the password comes before one that does.</summary>
    private static readonly string[] PasswordMechanisms =
    [
        "SCRAM-SHA-512-PLUS", "SCRAM-SHA-512", "SCRAM-SHA-256-PLUS", "SCRAM-SHA-256", "SCRAM-SHA-1-PLUS", "SCRAM-SHA-1",
        "PLAIN", "LOGIN", "CRAM-MD5",
    ];

    /// <exception cref="MailFault">The server or the way to it failed.</exception>
    /// <exception cref="SmtpRefusal">The server said no.</exception>
    public Task<SmtpSession> ConnectAsync(SmtpLogin login, CancellationToken cancellation) => login switch
    {
        { UserName: "" } => ConnectAsync(login, (_, _, _) => Task.CompletedTask, cancellation),
        { Proof: LoginProof.Password { Value: var password } } => ConnectAsync(login, (client, canBind, words) => AuthenticateAsync(client, login, password, canBind, words, cancellation), cancellation),
        { Proof: LoginProof.Token { Tokens: var tokens } } => TokenTries.RunAsync(tokens, token => ConnectAsync(login, (client, _, _) => AuthenticateAsync(client, login, token, cancellation), cancellation), cancellation),
        _ => throw new InvalidOperationException("no such proof"),
    };

    private async Task<SmtpSession> ConnectAsync(SmtpLogin login, Func<SmtpClient, bool, SmtpWords, Task> authenticateAsync, CancellationToken cancellation)
    {
        var line = await egress.OpenAsync(login.Server, cancellation);
        var words = new SmtpWords();
        var client = new SmtpClient(words)
        {
            CheckCertificateRevocation = false,
            ServerCertificateValidationCallback = egress.RemoteCertificateValidation,
            LocalDomain = options.HelloName,
        };
        var greeted = false;
        try
        {
            var stream = login.Server.Security == ConnectionSecurity.StartTls ? await SmtpStartTls.BeginAsync(line, options.HelloName, cancellation) : line.Stream;
            await client.ConnectAsync(stream, login.Server.Host.Value, login.Server.Port.Number, SecureSocketOptions.None, cancellation);
            greeted = true; // over verified TLS, or in clear text the site allows
            line.Patience = options.ReplyLimit;
            await authenticateAsync(client, stream is SslStream, words);
            return new SmtpSession(client, line, stream, options, time);
        }
        catch (Exception e)
        {
            client.Dispose();
            await line.DisposeAsync();
            if (e is not OperationCanceledException && SmtpFaults.Read(e, words.LastReply()) is { } known)
                throw greeted || known is SmtpRefusal { Reply.IsTransient: true } ? known : NotMail(known);
            throw;
        }
    }

    private static async Task AuthenticateAsync(SmtpClient client, SmtpLogin login, Secret token, CancellationToken cancellation)
    {
        var mechanism = TokenTries.Mechanism(client.AuthenticationMechanisms, login.UserName, token) ?? throw new MailFault(MailFaultKind.Unsupported);
        await client.AuthenticateAsync(mechanism, cancellation);
    }

    private static async Task AuthenticateAsync(SmtpClient client, SmtpLogin login, Secret password, bool canBind, SmtpWords words, CancellationToken cancellation)
    {
        var offered = PasswordMechanisms
            .Where(name => client.AuthenticationMechanisms.Contains(name) && (canBind || !name.EndsWith("-PLUS", StringComparison.Ordinal)))
            .ToList();
        if (offered.Count == 0)
            throw new MailFault(TokenTries.IsOffered(client.AuthenticationMechanisms) ? MailFaultKind.OAuthRequired : MailFaultKind.Unsupported);

        var credentials = new NetworkCredential(login.UserName, password.Reveal());
        try
        {
            await AuthenticateAsync(client, offered[0], credentials, cancellation);
        }
        catch (AuthenticationException) when (SecondChoice(client, offered, words) is not null)
        {
            // A server may offer SCRAM for accounts whose stored password it can only compare.
            await AuthenticateAsync(client, SecondChoice(client, offered, words)!, credentials, cancellation); // the filter found one
        }
    }

    private static Task AuthenticateAsync(SmtpClient client, string mechanism, NetworkCredential credentials, CancellationToken cancellation) =>
        client.AuthenticateAsync(SaslMechanism.Create(mechanism, credentials)!, cancellation); // only names MailKit knows are in the list

    /// <summary>PLAIN or LOGIN after a refused SCRAM, if the line still stands; one more try only, since servers count them.</summary>
    private static string? SecondChoice(SmtpClient client, List<string> offered, SmtpWords words) =>
        client.IsConnected && offered[0].StartsWith("SCRAM", StringComparison.Ordinal) && words.LastReply() is { IsTransient: false }
            ? offered.Find(name => name is "PLAIN" or "LOGIN")
            : null;

    /// <summary>Before a valid greeting, what failed to be spoken is no mail server to anybody, and its words are nobody's.</summary>
    private static MailFault NotMail(Exception known) => known is MailFault { Kind: MailFaultKind.Dropped or MailFaultKind.TimedOut } fault
        ? fault
        : new MailFault(MailFaultKind.Protocol, inner: known);
}
