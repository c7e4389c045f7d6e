using System.Globalization;
using Pannier.Demo;
using Pannier.Demo.Store;
using Pannier.Tests.Support;

namespace Pannier.Bench;

/// <summary>The demo provider in a process of its own, with many accounts that all hold the same messages. Says where it listens, and ends with its standard input.</summary>
internal static class DemoChild
{
    /// <param name="authorityFile">Where the authority to trust is written.</param>
    public static async Task<int> RunAsync(int accounts, int messages, string authorityFile)
    {
        var addresses = Enumerable.Range(0, accounts).Select(Address).ToList();
        await using var provider = await DemoProvider.StartAsync(new DemoOptions { Accounts = [.. addresses.Select(address => new DemoAccount(address, Dovecot.Password))] }, TimeProvider.System, CancellationToken.None);
        Fill(provider.Store, addresses, messages);
        await File.WriteAllTextAsync(authorityFile, provider.CertificateAuthorityPem);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{SiteProcess.Mark}{provider.ImapTlsPort}"));
        await Console.In.ReadLineAsync();
        return 0;
    }

    public static string Address(int account) => string.Create(CultureInfo.InvariantCulture, $"account{account}@example.net");

    /// <summary>One account is filled; the others' messages share with its what was parsed of them, or parsing would be most of what is measured.</summary>
    private static void Fill(DemoMailStore store, IReadOnlyList<string> addresses, int messages)
    {
        for (var at = Letters.Count - messages + 1; at <= Letters.Count; at++)
            _ = store.Append(addresses[0], "INBOX", Letters.Write(at), at > Letters.Count - messages / 10 ? [] : ["\\Seen"], Letters.ReceivedAt(at)).Digest;
        var first = store.Find(addresses[0], "INBOX")!.Held; // every account has one
        foreach (var address in addresses.Skip(1))
        {
            var inbox = store.Find(address, "INBOX")!;
            foreach (var message in first) inbox.AddCopyOf(message); // nobody is there yet
        }
    }
}
