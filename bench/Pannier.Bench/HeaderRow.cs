using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Security;
using Pannier.Tests.Support;

namespace Pannier.Bench;

/// <summary>The passes of an account's first reading in, over a bare MailKit fetch of what the header pass reads. They take turns, each time with a mailbox nobody saw before.</summary>
internal static class HeaderRow
{
    private const int Rounds = 3;
    private const int FirstPage = 50;
    private const int First = 7; // user; each round takes two
    public const int Users = 2 * Rounds;

    public static async Task RunAsync(Provider provider, SiteProcess site)
    {
        await FetchAsync(provider, Provider.User(First)); // compiled before it is measured; this mailbox is met again by neither
        var (passes, bare) = (new List<Passes>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            RowsRun.Say($"header pass, {round + 1} of {Rounds}");
            bare.Add(await FetchAsync(provider, Provider.User(First + 1 + 2 * round)));
            var name = Provider.User(First + 2 + 2 * round);
            passes.Add(await site.PassesAsync(await site.PersonAsync("reads" + name, site.ImapPort, name), 300));
        }

        var product = Times.Of(passes.Select(one => Letters.Count - FirstPage).Zip(passes, (headers, one) => headers / (one.Headers - one.FirstPage) * 1000)).P50;
        var raw = Times.Of(bare.Select(took => Letters.Count / took * 1000)).P50;
        Console.WriteLine("\n| reading in 50,000 messages, median of 3 | product | MailKit alone | ratio | target |\n|---|--:|--:|--:|--:|");
        Console.WriteLine($"| headers a second | {product:N0} | {raw:N0} | {product / raw:0.00} | 0.8 |");
        Console.WriteLine($"| first page of {FirstPage} held | {Median(one => one.FirstPage):0} ms | | | |");
        Console.WriteLine($"| headers, after it | {Median(one => one.Headers - one.FirstPage) / 1000:0.0} s | {Times.Of(bare).P50 / 1000:0.0} s | | |");
        Console.WriteLine($"| previews of the newest 300, after it | {Median(one => one.Previews - one.Headers) / 1000:0.0} s | | | |");
        Console.WriteLine($"| attachment marks, after it | {Median(one => one.Structures - one.Previews) / 1000:0.0} s | | | |");

        double Median(Func<Passes, double> of) => Times.Of(passes.Select(of)).P50;
    }

    /// <returns>Milliseconds of the one FETCH.</returns>
    private static async Task<double> FetchAsync(Provider provider, string user)
    {
        using var authority = X509CertificateLoader.LoadCertificateFromFile(provider.AuthorityFile);
        using var socket = new TcpClient { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, provider.TlsPort);
        await using var tls = new SslStream(socket.GetStream());
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.Add(authority);
        await tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = "localhost", CertificateChainPolicy = policy });
        using var client = new ImapClient();
        await client.ConnectAsync(tls, "localhost", provider.TlsPort, SecureSocketOptions.None);
        await client.AuthenticateAsync(user, Dovecot.Password);
        await client.Inbox.OpenAsync(FolderAccess.ReadWrite);
        var since = Stopwatch.GetTimestamp();
        const MessageSummaryItems items = MessageSummaryItems.UniqueId | MessageSummaryItems.InternalDate | MessageSummaryItems.Size | MessageSummaryItems.Flags | MessageSummaryItems.Envelope | MessageSummaryItems.References;
        var found = await client.Inbox.FetchAsync(0, -1, items);
        var took = Stopwatch.GetElapsedTime(since).TotalMilliseconds;
        if (found.Count != Letters.Count) throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"MailKit fetched {found.Count} messages"));
        await client.DisconnectAsync(quit: true);
        return took;
    }
}
