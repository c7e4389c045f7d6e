using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;
using Pannier.Core.Sessions;
using Pannier.Core.Sessions.Stores;
using Pannier.Core.Storage;
using Pannier.Tests.Support;

namespace Pannier.Tests.Core.Sessions.Stores;

public sealed class RedisSessionsTests : SessionStoreContract
{
    private readonly RedisServer _server = new();
    private RedisLine? _line;

    private protected override ISessionStore Open(KeptSite site)
    {
        _line = Line(RedisServer.Password);
        return new RedisSessions(_line, TimeProvider.System);
    }

    public override async ValueTask DisposeAsync()
    {
        if (_line is not null) await _line.DisposeAsync();
        await base.DisposeAsync();
        await _server.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_server_that_refuses_or_is_not_there_is_told_of_without_its_password()
    {
        await using var wrong = Line("not the password");
        var refused = await Assert.ThrowsAsync<StorageFault>(() => new RedisSessions(wrong, TimeProvider.System).ReadyAsync(TestContext.Current.CancellationToken));
        await _server.StopAsync();
        await using var away = Line(RedisServer.Password);
        var gone = await Assert.ThrowsAsync<StorageFault>(() => new RedisSessions(away, TimeProvider.System).ReadyAsync(TestContext.Current.CancellationToken));
        _server.Start();

        Assert.Equal((StorageTrouble.Unreachable, StorageTrouble.Unreachable), (refused.Trouble, gone.Trouble));
        Assert.Contains(_server.Address, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("not the password", refused.ToString(), StringComparison.Ordinal);
        Assert.Contains("Session:Redis", gone.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Over_tls_it_talks_to_a_server_whose_certificate_it_trusts_and_to_no_other()
    {
        using var ours = new TestCertificates();
        using var others = new TestCertificates();
        using var directory = new TempDirectory();
        var (authority, another, own) = (ours.WriteAuthority(directory.Path), Path.Combine(directory.Path, "another.pem"), Path.Combine(directory.Path, "server.pem"));
        await File.WriteAllTextAsync(another, others.Authority.ExportCertificatePem(), TestContext.Current.CancellationToken);
        using (var issued = ours.Issue("localhost")) await File.WriteAllTextAsync(own, issued.ExportCertificatePem() + "\n" + issued.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem(), TestContext.Current.CancellationToken);
        await using var server = new RedisServer(own);
        var options = new SessionOptions { RedisAddress = server.Address, RedisPassword = RedisServer.Password, RedisTls = true, RedisAuthority = authority };

        await ReadyAsync(options);
        await ReadyAsync(options with { RedisAddress = $"localhost:{server.Port}" });
        await Assert.ThrowsAsync<StorageFault>(() => ReadyAsync(options with { RedisAuthority = another }));
        await Assert.ThrowsAsync<StorageFault>(() => ReadyAsync(options with { RedisAuthority = null })); // this machine does not know it
        await Assert.ThrowsAsync<StorageFault>(() => ReadyAsync(options with { RedisAddress = $"127.0.0.2:{server.Port}" })); // not its name
        await Assert.ThrowsAsync<StorageFault>(() => ReadyAsync(options with { RedisTls = false }));
        Assert.Contains("is not there", Assert.Single((options with { RedisAuthority = "/nowhere.pem" }).Validate(new(options))).ErrorMessage, StringComparison.Ordinal);
    }

    private static async Task ReadyAsync(SessionOptions options)
    {
        await using var line = new RedisLine(Options.Create(options));
        await new RedisSessions(line, TimeProvider.System).ReadyAsync(TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("127.0.0.1:6379", "127.0.0.1", 6379, false)]
    [InlineData("localhost:6379", "localhost", 6379, false)]
    [InlineData("[::1]:6379", "::1", 6379, false)]
    [InlineData("redis.internal:6380", "redis.internal", 6380, true)]
    [InlineData("10.0.0.5:6379", "10.0.0.5", 6379, true)]
    [InlineData("/run/redis/redis.sock", "/run/redis/redis.sock", 0, false)]
    public void An_address_says_where_and_whether_the_line_is_sealed(string address, string host, int port, bool isSealed)
    {
        var options = new SessionOptions { RedisAddress = address };

        Assert.Equal((host, port), options.RedisEndpoint);
        Assert.Equal(isSealed, options.IsRedisSealed);
        Assert.True((options with { RedisTls = true }).IsRedisSealed);
        Assert.Empty(options.Validate(new(options)));
    }

    [Theory]
    [InlineData("redis.internal")]
    [InlineData(":6379")]
    [InlineData("redis.internal:0")]
    [InlineData("redis.internal:no")]
    public void What_is_no_address_stops_the_start(string address)
    {
        var options = new SessionOptions { RedisAddress = address };

        Assert.Contains($"\"{address}\" is neither host:port", Assert.Single(options.Validate(new(options))).ErrorMessage, StringComparison.Ordinal);
    }

    private RedisLine Line(string password) => new(Options.Create(new SessionOptions { RedisAddress = _server.Address, RedisPassword = password }));
}
