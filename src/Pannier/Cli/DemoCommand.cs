using System.CommandLine;
using System.Globalization;
using System.Net.Sockets;
using Pannier.Demo;
using Pannier.Demo.Seed;

namespace Pannier.Cli;

/// <summary><c>pannier demo</c>: the product with a mail provider of its own and believable mail, on loopback, over clear HTTP.</summary>
internal static class DemoCommand
{
    public static Command Make()
    {
        var command = new Command("demo", "Try it: serve on loopback with a demo mail provider, a registered user and some two thousand messages. Never for real mail.");
        command.Does(async (parsed, cancellation) =>
        {
            var port = Environment.GetEnvironmentVariable("PORT") is { Length: > 0 } wanted ? Mail.Port.Read(wanted) ?? throw new StartRefused($"PORT={wanted} is no port") : Mail.Port.Of(8080)!; // 8080 is one
            await using var provider = await StartProviderAsync(cancellation);
            var directory = Environment.GetEnvironmentVariable("PANNIER_DATA") is { Length: > 0 } kept ? kept : Directory.CreateTempSubdirectory("pannier-demo-").FullName;
            Core.Storage.DataDirectory.Make(directory);
            var authority = Path.Combine(directory, "demo-authority.pem");
            await File.WriteAllTextAsync(authority, provider.CertificateAuthorityPem, cancellation);
            await Console.Error.WriteLineAsync("pannier: demo mode: clear HTTP on loopback, mail is made up. Do not keep real mail here.");

            var site = Site.Build(Start.Read(parsed, Options(port.Number, directory, authority, provider)));
            try
            {
                await site.StartAsync(cancellation);
            }
            catch (IOException taken) when (taken.InnerException is SocketException or Microsoft.AspNetCore.Connections.AddressInUseException)
            {
                throw new StartRefused($"port {port} is taken: set PORT to another");
            }

            var person = await DemoPersonSetup.RegisterAsync(site.App.Services, provider, cancellation);
            Console.WriteLine($"address: http://localhost:{port}");
            Console.WriteLine($"user: {person.Name}");
            Console.WriteLine($"password: {person.Password}");
            if (person.RecoveryKey is { } recovery) Console.WriteLine($"recovery key: {recovery}");
            foreach (var account in DemoSeed.Accounts)
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"mail: {account.Address} {account.Password} imap=127.0.0.1:{provider.ImapPort} smtp=127.0.0.1:{provider.SmtpPort}"));
            await site.App.WaitForShutdownAsync(cancellation);
            return 0;
        });
        return command;
    }

    private static async Task<DemoProvider> StartProviderAsync(CancellationToken cancellation)
    {
        var provider = await DemoProvider.StartAsync(
            new DemoOptions { Accounts = [.. DemoSeed.Accounts.Select(person => new DemoAccount(person.Address, person.Password))], Others = DemoSeed.Others },
            TimeProvider.System,
            cancellation);
        foreach (var mailbox in DemoSeed.Mailboxes) provider.Store.CreateMailbox(mailbox.Account, mailbox.Name);
        var now = TimeProvider.System.GetUtcNow();
        foreach (var message in DemoSeed.Messages(now).Append(DemoSeed.Postcards(now, provider.PicturePort)).OrderBy(message => message.ReceivedAt)) provider.Store.Append(message.Account, message.Mailbox, message.Raw, message.Flags, message.ReceivedAt);
        return provider;
    }

    private static Dictionary<string, string?> Options(int port, string directory, string authority, DemoProvider provider)
    {
        var options = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        {
            ["Listen:Port"] = Show(port),
            ["Data:Directory"] = directory,
            ["Site:PublicOrigins:demo-0"] = $"http://localhost:{port}",
            ["Site:PublicOrigins:demo-1"] = $"http://127.0.0.1:{port}",
            ["Egress:Mail:Allow:demo-imap"] = $"127.0.0.1:{provider.ImapPort}",
            ["Egress:Mail:Allow:demo-smtp"] = $"127.0.0.1:{provider.SmtpPort}",
            ["Egress:Mail:TrustedCertificates:demo"] = authority,
            ["Egress:Web:Allow:demo-pictures"] = $"127.0.0.1:{provider.PicturePort}",
            ["SignIn:ImapPort"] = Show(provider.ImapPort), // for whoever tries SignIn:Backend
            ["SignIn:ImapSecurity"] = nameof(Mail.ConnectionSecurity.StartTls),
            ["SignIn:SmtpPort"] = Show(provider.SmtpPort),
            ["SignIn:SmtpSecurity"] = nameof(Mail.ConnectionSecurity.StartTls),
        };
        foreach (var domain in DemoSeed.Accounts.Select(person => person.Address[(person.Address.IndexOf('@', StringComparison.Ordinal) + 1)..]))
        {
            var preset = $"Mail:Discovery:Presets:{domain}";
            options[$"{preset}:Domain"] = domain;
            options[$"{preset}:ImapHost"] = options[$"{preset}:SmtpHost"] = "127.0.0.1";
            options[$"{preset}:ImapSecurity"] = options[$"{preset}:SmtpSecurity"] = nameof(Mail.ConnectionSecurity.StartTls);
            options[$"{preset}:ImapPort"] = Show(provider.ImapPort);
            options[$"{preset}:SmtpPort"] = Show(provider.SmtpPort);
        }

        return options;
    }

    private static string Show(int number) => number.ToString(CultureInfo.InvariantCulture);
}
