namespace Pannier.Mail.Imap;

/// <summary>What is remembered of a server while the store is open, for the account's page.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class StoreLog(TimeProvider time)
{
    private const int Most = 20;
    private readonly Lock _lock = new();
    private readonly Queue<PastFault> _faults = new();
    private StoreFeatures? _features;
    private TimeSpan _waited;
    private long _acts;

    public void Failed(MailFault fault)
    {
        lock (_lock)
        {
            if (_faults.Count == Most) _faults.Dequeue();
            _faults.Enqueue(new PastFault(time.GetUtcNow(), fault));
        }
    }

    public void Answered(StoreFeatures features)
    {
        lock (_lock) _features = features;
    }

    public void Waited(TimeSpan waited)
    {
        lock (_lock) (_waited, _acts) = (_waited + waited, _acts + 1);
    }

    public StoreHealth Tell(StoreHealth health)
    {
        lock (_lock) return health with { Features = _features, PastFaults = [.. _faults.Reverse()], Waited = _waited, Acts = _acts };
    }
}
