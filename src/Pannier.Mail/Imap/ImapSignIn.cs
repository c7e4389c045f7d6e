using System.Net;
using MailKit.Net.Imap;
using MailKit.Security;
using Pannier.Mail.Net;

namespace Pannier.Mail.Imap;

/// <summary>Connects to a server and signs in with the best mechanism it offers.</summary>
internal sealed class ImapSignIn(Egress egress, ImapOptions options, TimeProvider time)
{
    /// <summary>Best first. A mechanism that never sends the password comes before one that does.</summary>
    private static readonly string[] PasswordMechanisms =
    [
        "SCRAM-SHA-512-PLUS", "SCRAM-SHA-512", "SCRAM-SHA-256-PLUS", "SCRAM-SHA-256", "SCRAM-SHA-1-PLUS", "SCRAM-SHA-1",
        "PLAIN", "LOGIN", "CRAM-MD5",
    ];

    private readonly OddMessages _odd = new();

    /// <summary>Headers come in charsets the framework knows only when asked to.</summary>
    /// <exception cref="MailFault">The server or the way to it failed, or it refused the login.</exception>
    public async Task<ImapConnection> ConnectAsync(ImapLogin login, CancellationToken cancellation)
    {
        var connection = await SignInAsync(login, cancellation);
        connection.SignInAgain = token => SignInAsync(login, token);
        return connection;
    }

    private Task<ImapConnection> SignInAsync(ImapLogin login, CancellationToken cancellation) => login.Proof switch
    {
        LoginProof.Password { Value: var password } => ConnectAsync(login, (client, words) => AuthenticateAsync(client, login, password, words, cancellation), cancellation),
        LoginProof.Token { Tokens: var tokens } => TokenTries.RunAsync(tokens, token => ConnectAsync(login, (client, _) => AuthenticateAsync(client, login, token, cancellation), cancellation), cancellation),
        _ => throw new InvalidOperationException("no such proof"),
    };

    private async Task<ImapConnection> ConnectAsync(ImapLogin login, Func<ImapClient, ServerWords, Task> authenticateAsync, CancellationToken cancellation)
    {
        var line = await egress.OpenAsync(login.Server, cancellation);
        var words = new ServerWords();
        var client = new ImapClient(words) { CheckCertificateRevocation = false, ServerCertificateValidationCallback = egress.RemoteCertificateValidation };
        var greeted = false;
        try
        {
            var stream = login.Server.Security == ConnectionSecurity.StartTls ? await ImapStartTls.BeginAsync(line, cancellation) : line.Stream;
            await client.ConnectAsync(stream, login.Server.Host.Value, login.Server.Port.Number, SecureSocketOptions.None, cancellation);
            greeted = true; // over verified TLS, or in clear text the site allows
            await authenticateAsync(client, words);
            if (client.Capabilities.HasFlag(ImapCapabilities.Id)) await IdentifyAsync(client, cancellation);
            return new ImapConnection(client, line, words, options, time, _odd, await EnableQuickResyncAsync(client, cancellation));
        }
        catch (Exception e)
        {
            client.Dispose();
            await line.DisposeAsync();
            if (e is not OperationCanceledException && ImapFaults.Read(e, words.LastRefusal(), greeted) is { } fault)
                throw greeted ? fault : NotMail(fault);
            throw;
        }
    }

    /// <summary>Signs in by a token, on a line that nobody else can read.</summary>
    private static async Task AuthenticateAsync(ImapClient client, ImapLogin login, Secret token, CancellationToken cancellation)
    {
        if (client.IsAuthenticated) throw new MailFault(MailFaultKind.Protocol); // PREAUTH

        var mechanism = TokenTries.Mechanism(client.AuthenticationMechanisms, login.UserName, token) ?? throw new MailFault(MailFaultKind.Unsupported);
        await client.AuthenticateAsync(mechanism, cancellation);
    }

    private static async Task AuthenticateAsync(ImapClient client, ImapLogin login, Secret password, ServerWords words, CancellationToken cancellation)
    {
        if (client.IsAuthenticated) throw new MailFault(MailFaultKind.Protocol); // PREAUTH: whose mail would it be?

        var offered = PasswordMechanisms.Where(client.AuthenticationMechanisms.Contains).ToList();
        var mayLogin = !client.Capabilities.HasFlag(ImapCapabilities.LoginDisabled);
        if (offered.Count == 0 && TokenTries.IsOffered(client.AuthenticationMechanisms)) throw new MailFault(MailFaultKind.OAuthRequired);
        if (offered.Count == 0 && !mayLogin) throw new MailFault(MailFaultKind.Unsupported);

        var credentials = new NetworkCredential(login.UserName, password.Reveal());
        if (offered.Count == 0)
        {
            client.AuthenticationMechanisms.Clear(); // leaves the LOGIN command
            await client.AuthenticateAsync(credentials, cancellation);
            return;
        }

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

    private static Task AuthenticateAsync(ImapClient client, string mechanism, NetworkCredential credentials, CancellationToken cancellation) =>
        client.AuthenticateAsync(SaslMechanism.Create(mechanism, credentials)!, cancellation); // only names MailKit knows are in the list

    /// <summary>PLAIN or LOGIN after a refused SCRAM, if the line still stands; one more try only, since servers count them.</summary>
    private static string? SecondChoice(ImapClient client, List<string> offered, ServerWords words) =>
        client.IsConnected && offered[0].StartsWith("SCRAM", StringComparison.Ordinal) && words.LastRefusal() is { IsBye: false }
            ? offered.Find(name => name is "PLAIN" or "LOGIN")
            : null;

    /// <summary>Some providers refuse SELECT to clients that don't say who they are.</summary>
    private static async Task IdentifyAsync(ImapClient client, CancellationToken cancellation)
    {
        try
        {
            await client.IdentifyAsync(new ImapImplementation { Name = "Pannier" }, cancellation);
        }
        catch (ImapCommandException)
        {
            // A courtesy; a server may refuse it.
        }
    }

    /// <summary>From now on the server names what vanished by uid (RFC 7162 §3.2.3).</summary>
    private static async Task<bool> EnableQuickResyncAsync(ImapClient client, CancellationToken cancellation)
    {
        if (!client.Capabilities.HasFlag(ImapCapabilities.QuickResync) || !client.Capabilities.HasFlag(ImapCapabilities.Enable)) return false;
        try
        {
            await client.EnableQuickResyncAsync(cancellation);
            return true;
        }
        catch (ImapCommandException)
        {
            return false; // said, and not kept
        }
    }

    /// <summary>Before a valid greeting, what failed to be spoken is no mail server to anybody.</summary>
    private static MailFault NotMail(MailFault fault) => fault.Kind is MailFaultKind.Refused or MailFaultKind.Unsupported or MailFaultKind.SignInRefused
        ? new MailFault(MailFaultKind.Protocol, inner: fault.InnerException)
        : fault;
}
