using System.Collections.Concurrent;
using System.Text.Json;
using Pannier.Core.Accounts;
using Pannier.Mail;

namespace Pannier.Core.Away;

/// <summary>Asks the servers of a grant how much unread mail stands in the inboxes: once a minute at most, whoever asks, and eight servers at a time for the whole site.</summary>
internal sealed class CountMail(IOpenStores stores, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(15);
    private readonly ConcurrentDictionary<string, (DateTimeOffset At, Task<WaitingMail> Count)> _latest = new(StringComparer.Ordinal);
    private readonly MailboxName _inbox = new("INBOX", null); // every account has it under this name (RFC 9051 §5.1)
    private readonly SemaphoreSlim _servers = new(8);

    public Task<WaitingMail> AskAsync(OpenGrant grant)
    {
        var now = clock.GetUtcNow();
        foreach (var (id, (at, count)) in _latest)
            if (now - at >= Fresh && count.IsCompleted) _latest.TryRemove(id, out _);
        return _latest.GetOrAdd(grant.Id, _ => (now, CountAsync(grant.Content, now))).Count;
    }

    public void Dispose() => _servers.Dispose();

    private async Task<WaitingMail> CountAsync(byte[] content, DateTimeOffset now)
    {
        await Task.Yield(); // whoever asks gets the task at once
        var watched = JsonSerializer.Deserialize(content, WatchedJson.Default.WatchedAccounts) ?? throw new InvalidOperationException("an empty capsule");
        try
        {
            var counts = await Task.WhenAll(watched.Accounts.Select(UnreadAsync));
            return new WaitingMail(counts.Sum(count => count ?? 0), counts.Count(count => count is null), watched.Left, now);
        }
        finally
        {
            watched.Wipe();
        }
    }

    /// <summary>Null when the server does not tell.</summary>
    private async Task<int?> UnreadAsync(WatchedAccount account)
    {
        using var limit = new CancellationTokenSource(Limit, clock);
        using var password = Secret.Of(account.Password);
        try
        {
            await _servers.WaitAsync(limit.Token);
            try
            {
                await using var store = stores.Store(account.Login, new LoginProof.Password(password));
                return await store.UseAsync(async (connection, token) => (await connection.SelectAsync(_inbox, token)).Unseen, limit.Token);
            }
            finally
            {
                _servers.Release();
            }
        }
        catch (Exception fault) when (fault is MailFault or OperationCanceledException)
        {
            return null;
        }
    }
}
