using System.Text;

using MailKit.Net.Imap;
using MailKit.Net.Smtp;
using MailKit.Security;

using Pannier.Demo;
using Pannier.Demo.Store;

namespace Pannier.Tests.Demo;

/// <summary>A provider with two people, and clients for it; everything ends with it.</summary>
public sealed class DemoHost : IAsyncDisposable
{
    public const string Ann = "ann@demo.test";
    public const string Bob = "bob@demo.test";
    public const string Password = "correct horse";

    private readonly List<IDisposable> clients = [];

    private DemoHost(DemoProvider provider) => Provider = provider;

    public DemoProvider Provider { get; }

    public DemoFaults Faults => Provider.Faults;

    public DemoMailStore Store => Provider.Store;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static Task<DemoHost> StartAsync() => StartAsync(new DemoOptions());

    public static async Task<DemoHost> StartAsync(DemoOptions options, TimeProvider? clock = null) => new(await DemoProvider.StartAsync(
        options with { Accounts = [new(Ann, Password), new(Bob, Password)] }, clock ?? TimeProvider.System, Cancellation));

    public static byte[] Letter(string subject, string body = "Hello\r\n", string headers = "") => Encoding.UTF8.GetBytes(
        $"From: Bob <bob@demo.test>\r\nTo: Ann <ann@demo.test>\r\nSubject: {subject}\r\nDate: Sun, 1 Feb 2026 10:00:00 +0000\r\nMessage-ID: <{subject.GetHashCode(StringComparison.Ordinal):x}@demo.test>\r\n{headers}\r\n{body}");

    public DemoMessage Put(string subject, string mailbox = "INBOX", string[]? flags = null, string body = "Hello\r\n", string headers = "") =>
        Store.Append(Ann, mailbox, Letter(subject, body, headers), flags ?? [], new DateTimeOffset(2026, 2, 1, 10, 0, 0, TimeSpan.Zero));

    /// <summary>A bare line, greeted.</summary>
    public async Task<RawLine> ImapAsync()
    {
        var line = await RawLine.OpenAsync(Provider.ImapPort);
        clients.Add(line);
        await line.ReadLineAsync();
        return line;
    }

    /// <summary>A bare line on which Ann has signed in.</summary>
    public async Task<RawLine> SignedInAsync()
    {
        var line = await ImapAsync();
        Assert.Contains("OK", await line.AskAsync($"LOGIN {Ann} \"{Password}\""), StringComparison.Ordinal);
        return line;
    }

    public async Task<RawLine> SelectedAsync(string mailbox = "INBOX")
    {
        var line = await SignedInAsync();
        Assert.Contains("READ-WRITE", await line.AskAsync($"SELECT {mailbox}"), StringComparison.Ordinal);
        return line;
    }

    public async Task<ImapClient> MailKitAsync(SecureSocketOptions security = SecureSocketOptions.None)
    {
        var client = new ImapClient { CheckCertificateRevocation = false };
        clients.Add(client);
        Trust(client);
        await client.ConnectAsync("localhost", security == SecureSocketOptions.SslOnConnect ? Provider.ImapTlsPort : Provider.ImapPort, security, Cancellation);
        await client.AuthenticateAsync(Ann, Password, Cancellation);
        return client;
    }

    public async Task<SmtpClient> SmtpAsync(SecureSocketOptions security = SecureSocketOptions.None)
    {
        var client = new SmtpClient { CheckCertificateRevocation = false };
        clients.Add(client);
        Trust(client);
        await client.ConnectAsync("localhost", security == SecureSocketOptions.SslOnConnect ? Provider.SmtpTlsPort : Provider.SmtpPort, security, Cancellation);
        await client.AuthenticateAsync(Ann, Password, Cancellation);
        return client;
    }

    public async Task<RawLine> RawSmtpAsync()
    {
        var line = await RawLine.OpenAsync(Provider.SmtpPort);
        clients.Add(line);
        await line.ReadLineAsync();
        return line;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in clients)
            client.Dispose();
        await Provider.DisposeAsync();
    }

    private void Trust(MailKit.MailService client) => client.ServerCertificateValidationCallback = (_, certificate, _, errors) =>
    {
        using var authority = System.Security.Cryptography.X509Certificates.X509Certificate2.CreateFromPem(Provider.CertificateAuthorityPem);
        using var chain = new System.Security.Cryptography.X509Certificates.X509Chain();
        chain.ChainPolicy.TrustMode = System.Security.Cryptography.X509Certificates.X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(authority);
        chain.ChainPolicy.RevocationMode = System.Security.Cryptography.X509Certificates.X509RevocationMode.NoCheck;
        return !errors.HasFlag(System.Net.Security.SslPolicyErrors.RemoteCertificateNameMismatch)
            && chain.Build((System.Security.Cryptography.X509Certificates.X509Certificate2)certificate!);
    };
}
