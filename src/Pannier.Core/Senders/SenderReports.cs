using System.Collections.Concurrent;
using Pannier.Core.Http;
using Pannier.Core.Jobs;
using Pannier.Core.Records;
using Pannier.Mail;
using Pannier.Mail.Lists;
using Pannier.Mail.Senders;

namespace Pannier.Core.Senders;

/// <summary>Says who sent a message, as the account's own server sees it. What it does not know of the server it learns beside.</summary>
public sealed class SenderReports(IMyRecords<KeptHabit> habits, Errands errands, Visit visit, TimeProvider clock)
{
    /// <summary>Most servers answer sooner; a slow one's answer serves the next message.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(300);

    private readonly ConcurrentDictionary<AccountId, Task<ServerHabit?>> _habits = new(); // of this request, in which several ask

    public async Task<SenderReport> OfAsync(OpenedMessage message, CancellationToken cancellation) =>
        SenderReport.Of(message.Head.Headers, message.Head.Row.Envelope.From, await _habits.GetOrAdd(message.Key.Account, account => HabitAsync(account, cancellation)));

    private async Task<ServerHabit?> HabitAsync(AccountId account, CancellationToken cancellation)
    {
        var kept = await habits.FindAsync(account.ToString(), cancellation);
        if (kept is { } fresh && !fresh.Value.IsStale(clock.GetUtcNow())) return fresh.Value.Habit;

        var learning = visit.Required.Person.Attach(() => new LearningNow()).JoinOrStart(account, () => errands.StartAsync<LearnHabit>((learn, token) => learn.LearnAsync(account, token)));
        if (kept?.Value.Habit is { } known) return known;

        await Task.WhenAny(learning, Task.Delay(Patience, clock, cancellation));
        return (await habits.FindAsync(account.ToString(), cancellation))?.Value.Habit;
    }
}
