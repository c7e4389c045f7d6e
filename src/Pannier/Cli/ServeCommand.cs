using System.CommandLine;
using Pannier.Configuration;
using Pannier.Confinement;
using Pannier.Core.Users;

namespace Pannier.Cli;

/// <summary><c>pannier serve</c>: the product, for real mail.</summary>
internal static class ServeCommand
{
    public static Command Make()
    {
        var command = new Command("serve", "Serve the site. Refuses to run as root, and to speak clear HTTP without a trusted proxy.");
        command.Does(async (parsed, cancellation) =>
        {
            var configuration = Start.Read(parsed);
            var options = AllOptions.Bind(configuration, new ServiceCollection());
            SafeToServe.Check(Environment.IsPrivilegedProcess, options.Listen, options.Data.Directory, Path.Combine(AppContext.BaseDirectory, "wwwroot"));

            if (!Confine.Try(options.Data.Directory, options.Listen.Port)) await Console.Error.WriteLineAsync("pannier: this kernel has no Landlock: let systemd or a container take away the right to write (deploy/)");

            var site = Site.Build(configuration);
            await site.StartAsync(cancellation);
            if (await site.FirstLinkAsync(cancellation) is { } link) Console.WriteLine($"register: {link}");
            else if (options.SignIn.Backend != SignInBackend.Local && await site.App.Services.GetRequiredService<People>().AreNoneAsync(cancellation))
                Console.WriteLine("nobody has signed in yet: 'pannier user add NAME --administrator' lets the first administrator in");
            await site.App.WaitForShutdownAsync(cancellation);
            return 0;
        });
        return command;
    }
}
