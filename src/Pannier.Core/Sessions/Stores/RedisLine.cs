using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;
using Pannier.Core.Storage;
using Pannier.Core.Users;
using StackExchange.Redis;

namespace Pannier.Core.Sessions.Stores;

/// <summary>The line to the site's Redis or Valkey server: opened at the first question, opened again by itself, with answers awaited for three seconds.</summary>
internal sealed class RedisLine(IOptions<SessionOptions> options) : IAsyncDisposable
{
    private const int Patience = 3_000; // milliseconds
    private readonly SemaphoreSlim _turn = new(1);
    private volatile ConnectionMultiplexer? _line;

    public RedisKey Session(string name) => $"{Prefix}session:{name}";

    public RedisKey Person(UserId user) => $"{Prefix}person:{user.Value}";

    public RedisKey Provider(byte[] provider) => $"{Prefix}provider:{Convert.ToHexString(provider)}";

    private string Prefix => options.Value.RedisPrefix;

    /// <exception cref="StorageFault">The server is not to be reached, refuses us, or does not answer in time.</exception>
    public async Task<T> AskAsync<T>(Func<IDatabase, Task<T>> askAsync, CancellationToken cancellation)
    {
        try
        {
            return await askAsync((await LineAsync(cancellation)).GetDatabase());
        }
        catch (Exception fault) when (fault is RedisException or RedisTimeoutException or TimeoutException or OperationCanceledException && !cancellation.IsCancellationRequested)
        {
            throw new StorageFault(StorageTrouble.Unreachable, $"the session store {options.Value.RedisAddress} cannot be used ({Said(fault)}): look whether it runs, and at Session:Redis* in the settings", fault);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_line is { } line) await line.DisposeAsync();
        _turn.Dispose();
    }

    /// <summary>What went wrong at the other end; never our own command, which holds keys' names.</summary>
    private static string Said(Exception fault) => fault switch
    {
        RedisConnectionException connection => connection.FailureType.ToString(),
        RedisServerException server => server.Message.Split(' ')[0],
        _ => "no answer",
    };

    private async Task<ConnectionMultiplexer> LineAsync(CancellationToken cancellation)
    {
        if (_line is { } open) return open;
        await _turn.WaitAsync(cancellation);
        try
        {
            return _line ??= await ConnectionMultiplexer.ConnectAsync(Configuration());
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Nobody else is asked about the server's certificate.</summary>
    private X509ChainPolicy Trusted()
    {
        var policy = new X509ChainPolicy { DisableCertificateDownloads = true, RevocationMode = X509RevocationMode.NoCheck };
        if (options.Value.RedisAuthority is not { } authority) return policy;

        policy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        policy.CustomTrustStore.ImportFromPemFile(authority);
        return policy;
    }

    [SuppressMessage("Security", "CA5398:Avoid hardcoded SslProtocols values", Justification = "A floor is wanted: the system's default may allow less.")]
    private ConfigurationOptions Configuration()
    {
        var (host, port) = options.Value.RedisEndpoint ?? throw new InvalidOperationException("no session store is named");
        return new ConfigurationOptions
        {
            EndPoints = { port == 0 ? new System.Net.Sockets.UnixDomainSocketEndPoint(host) : IPAddress.TryParse(host, out var address) ? new IPEndPoint(address, port) : new DnsEndPoint(host, port) },
            User = options.Value.RedisUser,
            Password = options.Value.RedisPassword,
            ClientName = "pannier",
            ConnectTimeout = Patience,
            SyncTimeout = Patience,
            AsyncTimeout = Patience,
            ConnectRetry = 1,
            BacklogPolicy = BacklogPolicy.FailFast, // a request is not kept waiting for a server that is away
            Ssl = options.Value.IsRedisSealed,
            SslHost = host,
            SslClientAuthenticationOptions = name => new SslClientAuthenticationOptions
            {
                TargetHost = name,
                EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
                CertificateChainPolicy = Trusted(),
            },
        };
    }
}
