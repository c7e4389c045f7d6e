namespace Pannier.Core.Accounts;

// How much memory this takes, and whether it is needed.
internal sealed partial class PersonMail
{
    private static readonly TimeSpan MostToKeep = TimeSpan.FromSeconds(10);
    private long _usedAt = clock.GetUtcNow().UtcTicks;
    private int _watching;

    /// <summary>When a page was last asked for; now, while one is open.</summary>
    public DateTimeOffset UsedAt => Volatile.Read(ref _watching) > 0 ? clock.GetUtcNow() : new DateTimeOffset(Volatile.Read(ref _usedAt), TimeSpan.Zero);

    /// <summary>Bytes the mirror takes.</summary>
    public long Bytes => Mirror.Current.Accounts.Values.Sum(account => account.Told.Values.Sum(image => image.Bytes)) + Mirror.Threads.Bytes;

    /// <summary>A page was asked for.</summary>
    public PersonMail Used()
    {
        Volatile.Write(ref _usedAt, clock.GetUtcNow().UtcTicks);
        return this;
    }

    /// <summary>A page is open until this is disposed.</summary>
    public IDisposable Watch() => new Watching(this);

    /// <summary>Lets go of copies that are made again when they are needed.</summary>
    /// <returns>Bytes let go of.</returns>
    public long Shed() => Mirror.Current.Accounts.Values.Sum(account => account.Told.Values.Sum(image => image.Shed()));

    /// <summary>Keeps all sealed, so that it can be let go of.</summary>
    /// <returns>False when it cannot be read back, or acts still wait for a server.</returns>
    public async Task<bool> TryKeepAsync()
    {
        if (_keep is null || Troubles.All.Count > 0 || _intents.Values.Any(queue => queue.Count > 0)) return false;
        using var limit = new CancellationTokenSource(MostToKeep, clock);
        return await _keep.TryWriteAsync(limit.Token);
    }

    private sealed class Watching : IDisposable
    {
        private PersonMail? _mail;

        public Watching(PersonMail mail)
        {
            _mail = mail;
            Interlocked.Increment(ref mail._watching);
        }

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _mail, null) is not { } mail) return;
            mail.Used();
            Interlocked.Decrement(ref mail._watching);
        }
    }
}
