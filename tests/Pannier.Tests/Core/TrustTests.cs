using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Pannier.Core;
using Pannier.Core.Crypto;
using Pannier.Core.Http;
using Pannier.Core.Records;
using Pannier.Core.Sessions;
using Pannier.Core.Storage;
using Pannier.Core.Users;
using Pannier.Mail;
using Pannier.Tests.Core.Records;
using Pannier.Tests.Support;

namespace Pannier.Tests.Core;

public sealed class TrustTests : IDisposable
{
    private readonly TempDirectory _directory = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _directory.Dispose();

    /// <summary>The promise on the front page: whoever copies the disk while nobody is looking learns nothing a person wrote.</summary>
    [Fact]
    public async Task Nothing_a_person_wrote_or_holds_is_on_the_disk_while_they_work_or_after()
    {
        var canaries = new List<byte[]>();
        using (var host = Host())
        {
            await host.StartAsync(Cancellation);
            var (user, ticket, recovery) = await RegisterAsync(host.Services, "ada", "canary-password-one-two");
            await using var scope = host.Services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<Visit>().Session = await host.Services.GetRequiredService<LiveSessions>().OpenAsync(ticket, Cancellation);
            await scope.ServiceProvider.GetRequiredService<IMyRecords<Records.Note>>().PutAsync("1", new("canary-record"), Cancellation);
            await scope.ServiceProvider.GetRequiredService<IMyRecords<Records.Note>>().PutAsync("1", new("canary-second-record"), Cancellation);
            await scope.ServiceProvider.GetRequiredService<IMyBlobs>().AddAsync(new MemoryStream(Encoding.UTF8.GetBytes(new string('x', 2_000_000) + "canary-file")), 3_000_000, Cancellation);
            using var old = Secret.Of("canary-password-one-two");
            using var fresh = Secret.Of("canary-password-three-four");
            await host.Services.GetRequiredService<Passwords>().ChangeAsync(user, old, fresh, null, Cancellation);
            var link = await host.Services.GetRequiredService<Links>().ResetAsync(user, Cancellation);

            string[] texts = ["canary", ticket.Split('.')[0], ticket.Split('.')[1], recovery.Reveal(), recovery.Reveal().Replace("-", "", StringComparison.Ordinal), link.Token];
            canaries.AddRange(texts.Select(Encoding.UTF8.GetBytes));
            canaries.AddRange(ticket.Split('.').Select(part => System.Buffers.Text.Base64Url.DecodeFromChars(part)));
            canaries.Add(System.Buffers.Text.Base64Url.DecodeFromChars(link.Token));
            canaries.AddRange(KeysOf(scope.ServiceProvider.GetRequiredService<Visit>().Session!.Person.Keyring!));
            AssertNoneOf(canaries, "while they work");
            await host.StopAsync(Cancellation);
        }

        AssertNoneOf(canaries, "after");
        Assert.Contains(FilesOf(_directory.Path), file => file.AsSpan().IndexOf("ada"u8) >= 0); // the search does find what is there
    }

    [Fact]
    public async Task Registered_services_work_together_over_one_directory()
    {
        using var host = Host(new CryptoOptions { WithoutLibsodium = true });
        await host.StartAsync(Cancellation);

        var (user, ticket, _) = await RegisterAsync(host.Services, "ada", "correct horse battery");

        Assert.Equal(user, (await host.Services.GetRequiredService<LiveSessions>().OpenAsync(ticket, Cancellation))?.Person.User);
        Assert.Equal(CryptoSuite.AesCbcHmacSha512, host.Services.GetRequiredService<Vault>().Suite);
        Assert.Equal("$pbkdf2-sha512$i=600000", host.Services.GetRequiredService<PasswordKdf>().Current.ToString());
        await host.StopAsync(Cancellation);
    }

    [Fact]
    public void A_site_key_from_a_secret_store_is_used_and_none_is_made()
    {
        using (SiteKey.Open(_directory.File("mounted.key")))
        {
        }

        var services = new ServiceCollection();
        services.AddTrust(_directory.File("data"), new CryptoOptions { SiteKeyFile = _directory.File("mounted.key") });

        Assert.False(File.Exists(_directory.File("data/site.key")));
        using var mounted = SiteKey.Mounted(_directory.File("mounted.key"));
        using var provider = services.BuildServiceProvider();
        Assert.Equal(mounted.Sign("x", "y"u8), provider.GetRequiredService<SiteKey>().Sign("x", "y"u8));
    }

    private IHost Host(CryptoOptions? crypto = null)
    {
        var builder = new HostApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddScoped<Visit>();
        if (crypto is null) builder.Services.AddTrust(_directory.File("data"));
        else builder.Services.AddTrust(_directory.File("data"), crypto);
        return builder.Build();
    }

    private static async Task<(UserAccount User, string Ticket, RecoveryKey Recovery)> RegisterAsync(IServiceProvider services, string name, string text)
    {
        var link = await services.GetRequiredService<Links>().FirstAsync(Cancellation);
        using var password = Secret.Of(text);
        var registered = await services.GetRequiredService<People>().RegisterAsync(link!.Token, Role.Administrator, SignInName.Read(name)!, password, Cancellation);
        var ticket = await services.GetRequiredService<LiveSessions>().BeginAsync(registered!.User, registered.Keyring, new Beginning(SignInLevel.Full), Cancellation);
        return (registered.User, ticket.Reveal(), registered.Recovery);
    }

    private static IEnumerable<byte[]> KeysOf(Keyring keyring)
    {
        foreach (var key in keyring.DataKeys)
        {
            var bytes = new byte[BoxKey.Length];
            key.CopyTo(bytes);
            yield return bytes;
        }
    }

    private static IEnumerable<byte[]> FilesOf(string path) => Directory.GetFiles(path, "*", SearchOption.AllDirectories).Select(ReadShared);

    private static byte[] ReadShared(string file)
    {
        if (Path.GetFileName(file) == "pannier.lock") return [];
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    private void AssertNoneOf(List<byte[]> canaries, string when)
    {
        foreach (var file in FilesOf(_directory.Path))
            foreach (var canary in canaries)
                Assert.True(file.AsSpan().IndexOf(canary) < 0, $"{when}: found {Encoding.UTF8.GetString(canary)}");
    }
}
