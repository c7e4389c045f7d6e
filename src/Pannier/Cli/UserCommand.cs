using System.CommandLine;
using Microsoft.Extensions.Options;
using Pannier.Core.Http;
using Pannier.Core.Outside;
using Pannier.Core.Sessions;
using Pannier.Core.Storage;
using Pannier.Core.Throttling;
using Pannier.Core.Users;

namespace Pannier.Cli;

/// <summary><c>pannier user …</c>: who may sign in. It sets no password and reads nobody's mail.</summary>
internal static class UserCommand
{
    private static readonly Argument<string> Name = new("name") { Description = "The sign-in name" };

    public static Command Make() => new("user", "Who may sign in: add, list, remove, password, unlock")
    {
        Add(),
        List(),
        Remove(),
        Password(),
        Unlock(),
    };

    private static Command Add()
    {
        var administrator = new Option<bool>("--administrator") { Description = "May invite and remove people" };
        var name = new Argument<string?>("name") { Description = "Where another back end checks passwords (SignIn:Backend): the name that may come in", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("add", "Print a link by which a new person registers, or let a name in that another back end vouches for; works once, for 7 days") { name, administrator };
        command.Does((parsed, cancellation) => WithAsync(parsed, async services =>
        {
            var (role, door) = (parsed.GetValue(administrator) ? Role.Administrator : Role.Member, services.GetRequiredService<ISignInDoor>());
            if (parsed.GetValue(name) is not { } given)
            {
                if (!door.IsLocal) throw new StartRefused($"{(door.Vouching is null ? $"passwords are checked by {door.OutsideHost}" : $"{door.OutsideHost} says who people are")}: say whom to let in, as in 'pannier user add ada'");
                Console.WriteLine(Url(services, "register", await services.GetRequiredService<Links>().InviteAsync(role, cancellation)));
                return 0;
            }

            if (door.OutsideHost is null) throw new StartRefused("people choose their name when they register: 'pannier user add' prints the link for it");
            var read = SignInName.Read(given) is { } typed ? door.Name(typed) : null;
            if (read is null) throw new StartRefused($"'{given}' cannot be a name at {door.OutsideHost}");
            var until = await services.GetRequiredService<OutsidePeople>().InviteAsync(read, role, cancellation);
            var how = door.Vouching is null ? $"sign in with the password of {door.OutsideHost}" : $"come in once {door.OutsideHost} says who they are";
            Console.WriteLine($"{read} may {how} until {until:yyyy-MM-dd HH:mm} UTC, and from then on");
            return 0;
        }, cancellation));
        return command;
    }

    private static Command List()
    {
        var command = new Command("list", "List who may sign in");
        command.Does((parsed, cancellation) => WithAsync(parsed, async services =>
        {
            foreach (var user in await services.GetRequiredService<People>().AllAsync(cancellation))
                Console.WriteLine($"{user.Name}\t{Choice.Name(user.Role)}\t{user.CreatedAt:yyyy-MM-dd}{(user.Backend == SignInBackend.Local ? "" : "\t" + Choice.Name(user.Backend))}");
            return 0;
        }, cancellation));
        return command;
    }

    private static Command Remove()
    {
        var sure = new Option<bool>("--sure") { Description = "Really: all that person's data here is deleted and cannot be brought back" };
        var command = new Command("remove", "Remove a person and all their data here; their mail servers are not touched") { Name, sure };
        command.Does((parsed, cancellation) => WithAsync(parsed, async services =>
        {
            var user = await FindAsync(services, parsed.GetRequiredValue(Name), cancellation);
            if (!parsed.GetValue(sure)) throw new StartRefused($"this deletes all of {user.Name}'s data here: say it again with --sure");
            await services.GetRequiredService<LiveSessions>().EndOthersAsync(user.Id, null, cancellation);
            await services.GetRequiredService<People>().RemoveAsync(user.Id, cancellation);
            Console.WriteLine($"removed {user.Name}");
            return 0;
        }, cancellation));
        return command;
    }

    private static Command Password()
    {
        var command = new Command("password", "Print a link by which a person sets a new password; their data stays locked until the old one or the recovery key is given") { Name };
        command.Does((parsed, cancellation) => WithAsync(parsed, async services =>
        {
            var user = await FindAsync(services, parsed.GetRequiredValue(Name), cancellation);
            if (user.HasPassphrase) throw new StartRefused($"{user.Name} signs in without a password of this site, and what opens their data is a passphrase that nobody else can set: their recovery key sets a new one, at /unlock");
            if (user.HasPasswordElsewhere)
                throw new StartRefused($"{user.Name}'s password is not kept here but by {services.GetRequiredService<ISignInDoor>().OutsideHost ?? "a back end this site no longer has"}: it is changed there; Pannier then asks for the old one or the recovery key");
            Console.WriteLine(Url(services, "reset", await services.GetRequiredService<Links>().ResetAsync(user, cancellation)));
            return 0;
        }, cancellation));
        return command;
    }

    private static Command Unlock()
    {
        var command = new Command("unlock", "Forget the failed tries at a person's password, so that the next one need not wait") { Name };
        command.Does((parsed, cancellation) => WithAsync(parsed, async services =>
        {
            var user = await FindAsync(services, parsed.GetRequiredValue(Name), cancellation);
            var throttle = services.GetRequiredService<Throttle>();
            var were = await throttle.ForgetAsync(user.Name.Key, cancellation) | await throttle.ForgetAsync(Tries.Factor(user.Name), cancellation);
            Console.WriteLine(were ? $"{user.Name} need not wait any more" : $"no try for {user.Name} went wrong of late");
            return 0;
        }, cancellation));
        return command;
    }

    private static async Task<UserAccount> FindAsync(IServiceProvider services, string name, CancellationToken cancellation) =>
        SignInName.Read(name) is { } typed && services.GetRequiredService<ISignInDoor>().Name(typed) is { } read && await services.GetRequiredService<People>().FindAsync(read, cancellation) is { } user
            ? user
            : throw new StartRefused($"nobody is called {name}: 'pannier user list' shows who there is");

    private static string Url(IServiceProvider services, string page, OneTimeLink link) =>
        $"{services.GetRequiredService<IOptions<SiteOptions>>().Value.PublicOrigins[0].TrimEnd('/')}/{page}/{link.Token}";

    private static async Task<int> WithAsync(ParseResult parsed, Func<IServiceProvider, Task<int>> workAsync, CancellationToken cancellation)
    {
        var site = Site.Build(Start.Read(parsed));
        await using var app = site.App;
        await app.Services.GetRequiredService<Database>().MigrateAsync(cancellation);
        return await workAsync(app.Services);
    }
}
