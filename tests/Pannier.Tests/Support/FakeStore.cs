using Pannier.Mail;

namespace Pannier.Tests.Support;

/// <summary>A store over <see cref="FakeServer"/>, itself held to the store contract. One connection at a time, as one borrows them.</summary>
internal sealed class FakeStore(FakeServer server) : IMailStore
{
    public StoreHealth Health { get; set; } = new(1, 4, null, null, null);

    public bool IsDisposed { get; private set; }

    public async Task<T> UseAsync<T>(Func<IMailConnection, CancellationToken, Task<T>> acts, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return await acts(new FakeConnection(server), cancellation);
    }

    public ValueTask DisposeAsync()
    {
        IsDisposed = true;
        return default;
    }
}
