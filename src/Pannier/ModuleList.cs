using Pannier.Core.Modules;
using Pannier.Modules.Accounts;
using Pannier.Modules.Compose;
using Pannier.Modules.Factors;
using Pannier.Modules.Help;
using Pannier.Modules.Identities;
using Pannier.Modules.Invitations;
using Pannier.Modules.Lists;
using Pannier.Modules.Mailboxes;
using Pannier.Modules.Members;
using Pannier.Modules.Messages;
using Pannier.Modules.Operating;
using Pannier.Modules.Promises;
using Pannier.Modules.Push;
using Pannier.Modules.Sealing;
using Pannier.Modules.Senders;
using Pannier.Modules.Sessions;
using Pannier.Modules.Settings;
using Pannier.Modules.SignIn;
using Pannier.Modules.Subscriptions;

namespace Pannier;

/// <summary>Every module, in the order their parts stand on a page. A new feature is its folder and one line here.</summary>
internal static class ModuleList
{
    public static IReadOnlyList<IModule> All { get; } =
    [
        new ListsModule(),
        new SignInModule(),
        new ComposeModule(),
        new MailboxesModule(),
        new MessagesModule(),
        new SendersModule(),
        new SubscriptionsModule(),
        new InvitationsModule(),
        new AccountsModule(),
        new IdentitiesModule(),
        new SettingsModule(),
        new FactorsModule(),
        new SessionsModule(),
        new MembersModule(),
        new OperatingModule(),
        new PushModule(),
        new HelpModule(),
        new PromisesModule(),
        new SealingModule(),
    ];

    /// <summary>All but those a site has turned off.</summary>
    /// <exception cref="StartRefused">A name is no module's.</exception>
    public static IReadOnlyList<IModule> Without(IReadOnlyList<string> off)
    {
        if (off.FirstOrDefault(name => All.All(module => module.Name != name)) is { } unknown)
            throw new StartRefused($"Modules:Off names '{unknown}', which is no module. There are: {string.Join(", ", All.Select(module => module.Name))}.");
        return [.. All.Where(module => !off.Contains(module.Name, StringComparer.Ordinal))];
    }
}
