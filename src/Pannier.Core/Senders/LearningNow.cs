using System.Collections.Concurrent;
using Pannier.Mail;

namespace Pannier.Core.Senders;

/// <summary>The accounts of a person whose servers are being looked at.</summary>
internal sealed class LearningNow : IAsyncDisposable
{
    private readonly ConcurrentDictionary<AccountId, Task> _running = new();

    /// <summary>Joins what runs, else begins.</summary>
    public Task JoinOrStart(AccountId account, Func<Task> start) =>
        _running.AddOrUpdate(account, _ => start(), (_, running) => running.IsCompleted ? start() : running);

    /// <summary>The errands end by themselves.</summary>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
