using Microsoft.Extensions.DependencyInjection;
using Pannier.Core.Crypto;
using Pannier.Core.Records;
using Pannier.Core.Sessions;
using Pannier.Core.Storage;
using Pannier.Core.Users;

namespace Pannier.Core;

/// <summary>Registers what keeps keys, people, sessions and records, over one data directory.</summary>
public static class Trust
{
    /// <exception cref="InvalidOperationException">The directory or the site key in it can be read by others.</exception>
    public static void AddTrust(this IServiceCollection services, string directory)
    {
        DataDirectory.Make(directory);
        services.AddSingleton(SiteKey.Open(Path.Combine(directory, "site.key")));
        services.AddSingleton(_ => new Database(directory));
        services.AddSingleton<Vault>(_ => new Vault());
        services.AddSingleton<PasswordKdf>();
        services.AddSingleton<KeyWraps>();
        services.AddSingleton<Passwords>();
        services.AddSingleton<People>();
        services.AddSingleton<Links>();
        services.AddSingleton<LiveSessions>();
        services.AddHostedService<SweepSessions>();
        services.AddHttpContextAccessor();
        services.AddScoped<Door>();
        services.AddScoped(typeof(IMyRecords<>), typeof(MyRecords<>));
        services.AddScoped<IMyBlobs, MyBlobs>();
    }
}
