using System.CommandLine;
using Pannier.Configuration;

namespace Pannier.Cli;

/// <summary><c>pannier serve</c>: the product, for real mail.</summary>
internal static class ServeCommand
{
    public static Command Make()
    {
        var command = new Command("serve", "Serve the site. Refuses to run as root, and to speak clear HTTP without a trusted proxy.");
        command.Does(async (parsed, cancellation) =>
        {
            if (Environment.UserName == "root") throw new StartRefused("serve does not run as root: make a user for it (deploy/pannier.service does)");

            var site = Site.Build(Start.Read(parsed));
            if (site.Listen is { CertificateFile: null, TrustedProxies.Count: 0 })
                throw new StartRefused("serve speaks no clear HTTP: name Listen:CertificateFile and Listen:KeyFile, or the reverse proxy in Listen:TrustedProxies");

            await site.StartAsync(cancellation);
            if (await site.FirstLinkAsync(cancellation) is { } link) Console.WriteLine($"register: {link}");
            await site.App.WaitForShutdownAsync(cancellation);
            return 0;
        });
        return command;
    }
}
