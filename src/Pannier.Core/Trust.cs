using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Pannier.Core.Crypto;
using Pannier.Core.Devices;
using Pannier.Core.Records;
using Pannier.Core.Sessions;
using Pannier.Core.Sessions.Stores;
using Pannier.Core.Storage;
using Pannier.Core.Users;

namespace Pannier.Core;

/// <summary>Registers what keeps keys, people, sessions and records, over one data directory.</summary>
public static class Trust
{
    /// <inheritdoc cref="AddTrust(IServiceCollection, string, CryptoOptions)"/>
    public static void AddTrust(this IServiceCollection services, string directory) => services.AddTrust(directory, new CryptoOptions());

    /// <param name="services">Registers into.</param>
    /// <param name="directory">Made with mode 0700 when missing, and the site key in it.</param>
    /// <param name="crypto">Checked already.</param>
    /// <exception cref="InvalidOperationException">The directory or the site key can be read by others, or is not to be read.</exception>
    public static void AddTrust(this IServiceCollection services, string directory, CryptoOptions crypto)
    {
        DataDirectory.Make(directory);
        var vault = crypto.Vault();
        services.AddSingleton(crypto.SiteKeyFile is { } mounted ? SiteKey.Mounted(mounted) : SiteKey.Open(Path.Combine(directory, "site.key")));
        services.AddSingleton(_ => new Database(directory));
        services.AddSingleton(vault);
        services.AddSingleton(_ => new PasswordKdf(vault, crypto.Cost(vault)));
        services.AddSingleton<KeyWraps>();
        services.AddSingleton<SiteWraps>();
        services.AddSingleton<Passwords>();
        services.AddSingleton<People>();
        services.AddSingleton<Links>();
        services.AddSingleton<Outside.OutsidePeople>();
        services.AddSingleton<Outside.ISignInDoor, Outside.LocalDoor>(); // unless the site names a back end
        services.AddSingleton<Factors.SecondFactors>();
        services.AddSingleton<Factors.PasskeyProtocol>();
        services.AddSingleton<Factors.PasskeyTickets>();
        services.AddSingleton<PasskeyWraps>();
        services.AddSingleton<Factors.Passkeys>();
        services.AddSingleton(door => new Factors.PasskeyDoor(
            door.GetRequiredService<Database>(),
            door.GetRequiredService<Factors.PasskeyProtocol>(),
            door.GetRequiredService<PasskeyWraps>(),
            door.GetRequiredService<Factors.PasskeyTickets>(),
            door.GetRequiredService<TimeProvider>()));
        services.AddSingleton<Throttling.Throttle>();
        services.AddSingleton<Audit.SecurityLog>();
        services.AddSingleton<Audit.LateNotes>();
        services.AddSingleton<Http.Carrying.Parcels>();
        services.AddSingleton<RedisLine>();
        services.AddSingleton<ISessionStore>(store => store.GetRequiredService<IOptions<SessionOptions>>().Value.RedisAddress is null
            ? new DatabaseSessions(store.GetRequiredService<Database>(), store.GetRequiredService<TimeProvider>())
            : new RedisSessions(store.GetRequiredService<RedisLine>(), store.GetRequiredService<TimeProvider>()));
        services.AddSingleton<LiveSessions>();
        services.AddSingleton<KnownDevices>();
        services.AddHostedService<ReadyStorage>();
        services.AddHostedService<Outside.RenewSiteWraps>();
        services.AddHostedService<ReadySessions>();
        services.AddHostedService<SweepSessions>();
        services.AddHostedService(late => late.GetRequiredService<Audit.LateNotes>());
        services.AddHttpContextAccessor();
        services.AddScoped<Door>();
        services.AddScoped<MyDevices>();
        services.AddScoped<Audit.MyLog>();
        services.AddScoped<Throttling.Tries>();
        services.AddScoped<PasswordAgain>();
        services.AddScoped<Factors.RootAgain>();
        services.AddScoped(typeof(IMyRecords<>), typeof(MyRecords<>));
        services.AddScoped<IMyBlobs, MyBlobs>();
    }
}
