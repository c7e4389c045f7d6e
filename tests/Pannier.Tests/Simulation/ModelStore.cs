using Pannier.Mail;

namespace Pannier.Tests.Simulation;

/// <summary>A store over a model server. Where it rests after a time-out it answers with the last fault at once, as a real one does.</summary>
/// <param name="ceiling">1 leaves no line to watch with.</param>
/// <param name="rest">How long; zero for a store that tries each time.</param>
internal sealed class ModelStore(ModelServer server, TimeProvider clock, int ceiling, TimeSpan rest) : IMailStore
{
    private DateTimeOffset _notBefore = DateTimeOffset.MinValue;

    public StoreHealth Health { get; } = new(1, ceiling, null, null, null);

    public void TryNow() => _notBefore = DateTimeOffset.MinValue;

    public async Task<T> UseAsync<T>(Func<IMailConnection, CancellationToken, Task<T>> acts, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (clock.GetUtcNow() is var now && now < _notBefore) throw new MailFault(MailFaultKind.TimedOut) { BackOff = _notBefore - now };
        try
        {
            return await acts(new ModelConnection(server), cancellation);
        }
        catch (MailFault fault) when (fault.Kind == MailFaultKind.TimedOut)
        {
            _notBefore = clock.GetUtcNow() + rest;
            throw;
        }
    }

    public ValueTask DisposeAsync() => default;
}
