using System.Collections.Concurrent;
using System.Text.Json;
using Pannier.Core.Accounts;
using Pannier.Mail;

namespace Pannier.Core.Away;

/// <summary>Asks the servers of a grant how much unread mail stands in the inboxes: once a minute at most, whoever asks, and eight servers at a time for the whole site.</summary>
internal sealed class CountMail(IOpenStores stores, WatchedTokens tokens, TimeProvider clock) : IDisposable
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
        return _latest.GetOrAdd(grant.Id, _ => (now, CountAsync(grant, now))).Count;
    }

    public void Dispose() => _servers.Dispose();

    private async Task<WaitingMail> CountAsync(OpenGrant grant, DateTimeOffset now)
    {
        await Task.Yield(); // whoever asks gets the task at once
        var watched = JsonSerializer.Deserialize(grant.Content, WatchedJson.Default.WatchedAccounts) ?? throw new InvalidOperationException("an empty capsule");
        try
        {
            var counts = await Task.WhenAll(watched.Accounts.Select(account => AskAsync(grant.Id, account)));
            return new WaitingMail(counts.Sum(count => count.Unread), counts.Sum(count => count.Silent), watched.Left + counts.Sum(count => count.Left), now);
        }
        finally
        {
            watched.Wipe();
        }
    }

    private async Task<WaitingMail> AskAsync(string grant, WatchedAccount account)
    {
        if (account.Token is { } token) return tokens.Of(grant, token) is { } given ? await UnreadAsync(account, new LoginProof.Token(given)) : Only(left: 1);

        using var password = Secret.Of(account.Password);
        return await UnreadAsync(account, new LoginProof.Password(password));
    }

    private async Task<WaitingMail> UnreadAsync(WatchedAccount account, LoginProof proof)
    {
        using var limit = new CancellationTokenSource(Limit, clock);
        try
        {
            await _servers.WaitAsync(limit.Token);
            try
            {
                await using var store = stores.Store(account.Login, proof);
                return Only(unread: await store.UseAsync(async (connection, token) => (await connection.SelectAsync(_inbox, token)).Unseen, limit.Token));
            }
            finally
            {
                _servers.Release();
            }
        }
        catch (Exception fault) when (fault is MailFault or OperationCanceledException)
        {
            return Only(silent: 1);
        }
    }

    private WaitingMail Only(int unread = 0, int silent = 0, int left = 0) => new(unread, silent, left, clock.GetUtcNow());
}
