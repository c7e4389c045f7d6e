using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Pannier.Tests.Support;

namespace Pannier.Bench;

/// <summary>Dovecot with one mailbox of <see cref="Letters"/> for each user: filled once by IMAP, then copied, so that each has indexes of their own.</summary>
internal sealed class Provider : IAsyncDisposable
{
    // mdbox: few large files, so that 32 mailboxes of 50,000 cost seconds and not millions of inodes.
    private const string Settings = """
        mail_location = mdbox:~/mail
        mail_fsync = never
        mail_max_userip_connections = 100
        service imap {
          process_limit = 400
        }
        """;

    private const int Batch = 500;
    private readonly Dovecot _dovecot;

    private Provider(int users) => _dovecot = new Dovecot(null, Settings, [.. Enumerable.Range(0, users).Select(User)]);

    public int Port => _dovecot.Port;

    public int TlsPort => _dovecot.TlsPort;

    public string AuthorityFile => _dovecot.AuthorityFile;

    /// <summary>The server's own, for who stands in its place; the caller disposes it.</summary>
    public X509Certificate2 Certificate()
    {
        var directory = Path.GetDirectoryName(AuthorityFile)!; // a file in a directory
        return X509Certificate2.CreateFromPemFile(Path.Combine(directory, "cert.pem"), Path.Combine(directory, "key.pem"));
    }

    public static string User(int number) => string.Create(CultureInfo.InvariantCulture, $"user{number}");

    public static async Task<Provider> StartAsync(int users)
    {
        var provider = new Provider(users);
        await provider.FillAsync();
        provider.CopyToOthers(users);
        return provider;
    }

    /// <summary>A warm line with INBOX selected.</summary>
    public async Task<ImapLine> OpenAsync(int user)
    {
        var line = await ImapLine.OpenAsync(Port, User(user), Dovecot.Password);
        await line.AskAsync("SELECT INBOX");
        return line;
    }

    public ValueTask DisposeAsync() => _dovecot.DisposeAsync();

    private async Task FillAsync()
    {
        using var line = await ImapLine.OpenAsync(Port, User(0), Dovecot.Password);
        for (var first = 1; first <= Letters.Count; first += Batch)
        {
            using var command = new MemoryStream();
            command.Write("APPEND INBOX"u8);
            for (var number = first; number < first + Batch; number++)
            {
                var letter = Letters.Write(number);
                command.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $" ({Letters.Flags(number)}) \"{Letters.ReceivedAt(number):dd-MMM-yyyy HH:mm:ss} +0000\" {{{letter.Length}+}}\r\n")));
                command.Write(letter);
            }

            await line.AskAsync(command.ToArray());
        }

        // Dovecot's own cache is part of a warm server: what lists ask for is in it before anything is measured.
        await line.AskAsync("SELECT INBOX");
        await line.AskAsync("UID FETCH 1:* (UID FLAGS INTERNALDATE RFC822.SIZE ENVELOPE BODYSTRUCTURE BODY.PEEK[HEADER.FIELDS (REFERENCES)])");
        await line.AskAsync("LOGOUT");
    }

    private void CopyToOthers(int users)
    {
        const string copy = """
            cp -al "$1/mail" "$2/" && find "$2/mail" -type f -name 'dovecot*' -exec sh -c 'cp -a "$1" "$1.own" && mv "$1.own" "$1"' _ {} \;
            """;
        for (var user = 1; user < users; user++)
        {
            using var process = Process.Start("/bin/sh", ["-c", copy, "_", _dovecot.MailDirectory(User(0)), _dovecot.MailDirectory(User(user))]);
            process.WaitForExit();
            if (process.ExitCode != 0) throw new InvalidOperationException("the mailboxes could not be copied");
        }
    }
}
