using System.Collections.Concurrent;
using Pannier.Core.Accounts;
using Pannier.Mail;

namespace Pannier.Tests.Support;

/// <summary>Servers that let everybody in, but those that were told otherwise; remembers every password it was handed.</summary>
internal sealed class FakeStores : IOpenStores
{
    /// <summary>What a server answers a sign-in with, by its host; a host that is not here lets in.</summary>
    public ConcurrentDictionary<string, MailFault> Faults { get; } = new(StringComparer.Ordinal);

    /// <summary>What stands behind a login, by its user name; a login without one gets one without mailboxes.</summary>
    public ConcurrentDictionary<string, FakeServer> Servers { get; } = new(StringComparer.Ordinal);

    /// <summary>Each sign-in, as <c>imap.example.org:993 user password</c>.</summary>
    public ConcurrentQueue<string> SignIns { get; } = [];

    /// <summary>The stores that were closed, by their user name.</summary>
    public ConcurrentQueue<string> Closed { get; } = [];

    public IMailStore Store(Login login, LoginProof proof) => new FakeStore(this, login, proof);

    public ISubmission Submission(Login login, LoginProof proof) => new FakeSubmission(this, login, proof);

    private async Task SignInAsync(Login login, LoginProof proof)
    {
        var password = proof is LoginProof.Password given ? given.Value.Reveal() : (await ((LoginProof.Token)proof).Tokens.GetAsync(TestContext.Current.CancellationToken)).Reveal();
        SignIns.Enqueue($"{login.Host}:{login.Port} {login.UserName} {password}");
        if (Faults.TryGetValue(login.Host, out var fault)) throw fault;
    }

    private sealed class FakeStore(FakeStores servers, Login login, LoginProof proof) : IMailStore
    {
        public StoreHealth Health { get; private set; } = new(0, 4, null, null, null);

        public async Task<T> UseAsync<T>(Func<IMailConnection, CancellationToken, Task<T>> acts, CancellationToken cancellation)
        {
            try
            {
                await servers.SignInAsync(login, proof);
            }
            catch (MailFault fault)
            {
                Health = Health with { LastFault = fault };
                throw;
            }

            Health = Health with { LastFault = null, LastAnswer = DateTimeOffset.UnixEpoch };
            return await acts(new FakeConnection(servers.Servers.GetOrAdd(login.UserName, _ => new FakeServer())), cancellation);
        }

        public ValueTask DisposeAsync()
        {
            servers.Closed.Enqueue(login.UserName);
            return ValueTask.CompletedTask;
        }
    }

    private sealed class FakeSubmission(FakeStores servers, Login login, LoginProof proof) : ISubmission
    {
        public Task<SubmissionResult> SubmitAsync(SubmissionEnvelope envelope, Stream message, CancellationToken cancellation) => throw new NotSupportedException();

        public Task TestAsync(CancellationToken cancellation) => servers.SignInAsync(login, proof);
    }
}
