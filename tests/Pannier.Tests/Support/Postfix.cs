using System.Diagnostics;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace Pannier.Tests.Support;

/// <summary>
/// Debian's Postfix as a submission server on free loopback ports; Dovecot signs people in. Mail to <c>example.org</c> is delivered
/// to one Maildir, mail to <c>bulk.example</c> is thrown away, and <c>nobody@example.org</c> is refused.
/// </summary>
public sealed class Postfix : IAsyncDisposable
{
    public const string User = "ada@example.org";
    private readonly TempDirectory _directory = new();
    private readonly TestCertificates _certificates = new();
    private readonly Dovecot _dovecot;

    public Postfix()
        : this("")
    {
    }

    /// <param name="signIn">Further lines of configuration for the Dovecot that signs people in.</param>
    internal Postfix(string signIn)
    {
        if (!File.Exists("/usr/sbin/postfix"))
            throw new InvalidOperationException("These tests talk to a real SMTP server. Install it: apt-get install postfix");

        OpenToAll(_directory.Path, 0x1ED);
        _dovecot = new Dovecot(settings: $$"""
            auth_failure_delay = 0
            service anvil {
              unix_listener anvil-auth-penalty {
                mode = 0
              }
            }
            service auth {
              unix_listener {{_directory.File("auth")}} {
                mode = 0666
              }
            }
            {{signIn}}
            """, users: [User]);
        AuthorityFile = _certificates.WriteAuthority(_directory.Path);
        using var certificate = _certificates.Issue("localhost");
        File.WriteAllText(_directory.File("cert.pem"), certificate.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem() + "\n" + certificate.ExportCertificatePem());
        OpenToAll(Directory.CreateDirectory(_directory.File("mail")).FullName, 0x1FF);
        var etc = Directory.CreateDirectory(_directory.File("etc")).FullName;
        File.WriteAllText(Path.Combine(etc, "main.cf"), Main());
        File.WriteAllText(Path.Combine(etc, "master.cf"), Master());
        Command("start");
        WaitForIt();
    }

    /// <summary>STARTTLS.</summary>
    public int Port { get; } = FreePort.Next();

    public int TlsPort { get; } = FreePort.Next();

    public string AuthorityFile { get; }

    /// <summary>The Dovecot beside it, with the same user.</summary>
    public Dovecot Imap => _dovecot;

    /// <summary>Waits for a delivered message that holds this text, as the recipient's mailbox has it.</summary>
    public async Task<string> DeliveredAsync(string text, CancellationToken cancellation)
    {
        var inbox = _directory.File("mail/all/new");
        for (var since = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(since) < TimeSpan.FromSeconds(20); await Task.Delay(50, cancellation))
        {
            if (!Directory.Exists(inbox)) continue;
            foreach (var file in Directory.EnumerateFiles(inbox))
                if (await File.ReadAllTextAsync(file, cancellation) is var message && message.Contains(text, StringComparison.Ordinal))
                    return message;
        }

        throw new InvalidOperationException("Nothing was delivered. Its log says:\n" + await File.ReadAllTextAsync(_directory.File("log"), cancellation));
    }

    public int DeliveredCount() => Directory.Exists(_directory.File("mail/all/new")) ? Directory.GetFiles(_directory.File("mail/all/new")).Length : 0;

    public async ValueTask DisposeAsync()
    {
        Command("abort");
        await _dovecot.DisposeAsync();
        _certificates.Dispose();
        _directory.Dispose();
    }

    private static void OpenToAll(string directory, int mode)
    {
        if (OperatingSystem.IsWindows()) throw new PlatformNotSupportedException("Postfix runs on Unix only.");
        File.SetUnixFileMode(directory, (UnixFileMode)mode);
    }

    private void Command(string command)
    {
        using var process = Process.Start(new ProcessStartInfo("/usr/sbin/postfix", ["-c", _directory.File("etc"), command]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        var said = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"postfix {command}: {said}");
    }

    private string Main() => $$"""
        compatibility_level = 3.6
        queue_directory = {{Directory.CreateDirectory(_directory.File("queue")).FullName}}
        data_directory = {{_directory.File("data")}}
        meta_directory = /etc/postfix
        daemon_directory = /usr/lib/postfix/sbin
        maillog_file = {{_directory.File("log")}}
        maillog_file_prefixes = {{_directory.Path}}
        inet_interfaces = 127.0.0.1
        inet_protocols = ipv4
        myhostname = localhost
        mydestination =
        alias_maps =
        smtpd_error_sleep_time = 0
        smtputf8_enable = yes
        message_size_limit = 5000000
        smtpd_recipient_limit = 3000
        virtual_mailbox_domains = example.org, xn--bcher-kva.example, bücher.example
        virtual_mailbox_base = {{_directory.File("mail")}}
        virtual_mailbox_maps = static:all/
        virtual_uid_maps = static:65534
        virtual_gid_maps = static:65534
        virtual_minimum_uid = 1
        transport_maps = inline:{bulk.example=discard:}
        smtpd_tls_chain_files = {{_directory.File("cert.pem")}}
        smtpd_tls_auth_only = yes
        smtpd_sasl_auth_enable = yes
        smtpd_sasl_type = dovecot
        smtpd_sasl_path = {{_directory.File("auth")}}
        smtpd_recipient_restrictions = check_recipient_access inline:{nobody@example.org=REJECT}, permit_sasl_authenticated, reject
        smtpd_relay_restrictions = permit_sasl_authenticated, reject

        """;

    private string Master() => $"""
        127.0.0.1:{Port} inet n - n - - smtpd -o smtpd_tls_security_level=encrypt
        127.0.0.1:{TlsPort} inet n - n - - smtpd -o smtpd_tls_wrappermode=yes
        cleanup unix n - n - 0 cleanup
        qmgr unix n - n 300 1 qmgr
        tlsmgr unix - - n 1000? 1 tlsmgr
        rewrite unix - - n - - trivial-rewrite
        bounce unix - - n - 0 bounce
        defer unix - - n - 0 bounce
        trace unix - - n - 0 bounce
        proxymap unix - - n - - proxymap
        error unix - - n - - error
        retry unix - - n - - error
        discard unix - - n - - discard
        virtual unix - n n - - virtual
        anvil unix - - n - 1 anvil
        scache unix - - n - 1 scache
        postlog unix-dgram n - n - 1 postlogd

        """;

    private void WaitForIt()
    {
        for (var since = Stopwatch.GetTimestamp(); !Answers(); Thread.Sleep(20))
            if (Stopwatch.GetElapsedTime(since) > TimeSpan.FromSeconds(20))
                throw new InvalidOperationException("Postfix does not answer. Its log says:\n" + File.ReadAllText(_directory.File("log")));
    }

    private bool Answers()
    {
        using var client = new TcpClient();
        try
        {
            client.Connect("127.0.0.1", Port);
            return client.GetStream().ReadByte() == '2';
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
