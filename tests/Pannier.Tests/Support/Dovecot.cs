using System.Diagnostics;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace Pannier.Tests.Support;

/// <summary>Debian's Dovecot on free loopback ports, with accounts of its own in a directory that goes with it.</summary>
public sealed class Dovecot : IAsyncDisposable
{
    public const string Password = "correct horse ✓ battery";
    private readonly TempDirectory _directory = new();
    private readonly TestCertificates _certificates = new();
    private readonly Process _process;

    /// <param name="capability">The capabilities it admits to; null for all it has.</param>
    /// <param name="settings">Further lines of configuration.</param>
    public Dovecot(string? capability = null, string settings = "", params string[] users)
    {
        if (!File.Exists("/usr/sbin/dovecot"))
            throw new InvalidOperationException("These tests talk to a real IMAP server. Install it: apt-get install dovecot-imapd");

        OpenToAll(_directory.Path); // Dovecot's users are not the tests' own
        AuthorityFile = _certificates.WriteAuthority(_directory.Path);
        using var certificate = _certificates.Issue("localhost");
        File.WriteAllText(_directory.File("cert.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(_directory.File("key.pem"), certificate.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem());
        File.WriteAllLines(_directory.File("users"), users.Select(user => $"{user}:{{PLAIN}}{Password}:65534:65534::{MailDirectory(user)}"));
        foreach (var user in users) OpenToAll(Directory.CreateDirectory(MailDirectory(user)).FullName);
        File.WriteAllText(_directory.File("dovecot.conf"), Configuration(capability, settings));
        _process = Process.Start(new ProcessStartInfo("/usr/sbin/dovecot", ["-F", "-c", _directory.File("dovecot.conf")]) { RedirectStandardError = true })!;
        WaitForIt();
    }

    public int Port { get; } = FreePort.Next();

    public int TlsPort { get; } = FreePort.Next();

    public string AuthorityFile { get; }

    public string MailDirectory(string user) => _directory.File(user);

    /// <summary>Gives somebody another password, as it happens without Pannier, and waits until it counts: the file is looked at once a second.</summary>
    public void ChangePassword(string user, string password)
    {
        var lines = File.ReadAllLines(_directory.File("users")).Select(line => line.StartsWith(user + ":", StringComparison.Ordinal) ? $"{user}:{{PLAIN}}{password}:65534:65534::{MailDirectory(user)}" : line);
        File.WriteAllLines(_directory.File("users"), lines);
        for (var since = Stopwatch.GetTimestamp(); !Takes(user, password); Thread.Sleep(50))
            if (Stopwatch.GetElapsedTime(since) > TimeSpan.FromSeconds(60))
                throw new InvalidOperationException("Dovecot does not take the new password.");
    }

    public async ValueTask DisposeAsync()
    {
        using (var stop = Process.Start("/usr/bin/doveadm", ["-c", _directory.File("dovecot.conf"), "stop"])) await stop.WaitForExitAsync();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _certificates.Dispose();
        _directory.Dispose();
    }

    public static void OpenToAll(string directory)
    {
        if (OperatingSystem.IsWindows()) throw new PlatformNotSupportedException("Dovecot runs on Unix only.");
        File.SetUnixFileMode(directory, (UnixFileMode)0x1FF);
    }

    private string Configuration(string? capability, string settings) => $$"""
        base_dir = {{_directory.File("run")}}
        state_dir = {{_directory.File("state")}}
        log_path = {{_directory.File("log")}}
        protocols = imap
        listen = 127.0.0.1
        ssl = yes
        ssl_cert = <{{_directory.File("cert.pem")}}
        ssl_key = <{{_directory.File("key.pem")}}
        disable_plaintext_auth = no
        auth_mechanisms = plain login scram-sha-256
        first_valid_uid = 1
        mail_location = maildir:~/mail
        mailbox_list_index = yes
        maildir_very_dirty_syncs = no
        mailbox_idle_check_interval = 1 s
        service anvil {
          client_limit = 1000
        }
        service imap-login {
          process_min_avail = 1
          service_count = 0
          inet_listener imap {
            port = {{Port}}
          }
          inet_listener imaps {
            port = {{TlsPort}}
            ssl = yes
          }
        }
        passdb {
          driver = passwd-file
          args = {{_directory.File("users")}}
        }
        userdb {
          driver = passwd-file
          args = {{_directory.File("users")}}
        }
        namespace inbox {
          inbox = yes
          separator = /
          mailbox Sent {
            special_use = \Sent
            auto = create
          }
          mailbox Trash {
            special_use = \Trash
            auto = create
          }
        }
        {{(capability is null ? "" : $"imap_capability = {capability}")}}
        {{settings}}
        """;

    private bool Takes(string user, string password)
    {
        using var test = Process.Start(new ProcessStartInfo("/usr/bin/doveadm", ["-c", _directory.File("dovecot.conf"), "auth", "test", user, password]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        test.WaitForExit();
        return test.ExitCode == 0;
    }

    private void WaitForIt()
    {
        var since = Stopwatch.GetTimestamp();
        while (!Answers())
        {
            if (_process.HasExited) throw new InvalidOperationException("Dovecot did not start: " + _process.StandardError.ReadToEnd());
            if (Stopwatch.GetElapsedTime(since) > TimeSpan.FromSeconds(20)) throw new InvalidOperationException("Dovecot does not answer.");
            Thread.Sleep(20);
        }
    }

    private bool Answers()
    {
        using var client = new TcpClient();
        try
        {
            client.Connect("127.0.0.1", Port);
            return client.GetStream().ReadByte() == '*';
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
