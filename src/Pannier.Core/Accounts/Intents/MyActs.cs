using Pannier.Mail;
using Pannier.Mail.Lists;
using Pannier.Mail.Mirror.Intents;

namespace Pannier.Core.Accounts.Intents;

/// <summary>What the person does to messages: seen at once, carried out after, and taken back while that can be.</summary>
internal sealed class MyActs(MailOfVisit mail, TimeProvider clock)
{
    private static readonly TimeSpan MostForUndo = TimeSpan.FromSeconds(10);

    private PersonMail Person => mail.Get();

    /// <summary>Takes back the last act; null when it cannot be taken back, or there was none.</summary>
    public UndoId? LastUndo { get; private set; }

    public async Task<IReadOnlyList<ActResult>> ActAsync(IReadOnlyList<OpenAccount> open, MailAction action, IReadOnlyList<MessageKey> keys, CancellationToken cancellation)
    {
        // 1. What can be seen at once.
        var before = Person.Mirror.Current;
        var mine = keys.Where(key => Person.Intents(key.Account) is not null).ToList();
        var felt = Felt.Of(before, action, mine, clock.GetUtcNow());
        foreach (var intent in felt.Intents) await Person.Intents(intent.Account)!.AddAsync(intent, cancellation); // theirs have queues
        var results = felt.Intents.SelectMany(intent => intent.Keys).Select(key => new ActResult(key, null, null, action is MailAction.Mark ? key : null)).Concat(felt.Results).ToList();
        var steps = felt.Intents.SelectMany(intent => UndoSteps.Of(intent, before)).ToList();
        var isWhole = felt.Intents.All(intent => intent.Action is MailAction.Mark or MailAction.Move);

        // 2. What waits for the servers.
        IReadOnlyList<MessageKey> rest = [.. keys.Except(mine), .. felt.Rest];
        if (rest.Count > 0)
        {
            var live = await LiveActions.ActAsync(open, action, rest, cancellation);
            if (action is MailAction.Move or MailAction.MoveToRole) foreach (var result in live) if (result is { Failure: null, Now: { } now }) Person.Mirror.Forwards.Add(result.Key, now);
            await Person.FollowAsync(action, live, clock, cancellation);
            var back = UndoSteps.Of(action, live, before);
            isWhole &= back.Count > 0;
            steps.AddRange(back);
            results.AddRange(live);
        }

        LastUndo = steps.Count > 0 && isWhole ? Person.Undoable.Keep(steps) : null; // half an undoing would surprise
        return [.. keys.Distinct().Select(key => results.First(result => result.Key == key))];
    }

    /// <returns>One result a message; null when it is too late, or it was taken back already.</returns>
    public async Task<IReadOnlyList<ActResult>?> UndoAsync(IReadOnlyList<OpenAccount> open, UndoId undo, CancellationToken cancellation)
    {
        if (Person.Undoable.Take(undo) is not { } steps) return null;

        var results = new List<ActResult>();
        foreach (var step in steps)
        {
            results.AddRange(step switch
            {
                UndoStep.Act act => await ActAsync(open, act.Action, act.Keys, cancellation),
                UndoStep.Back back => await BackAsync(open, back, cancellation),
                _ => throw new InvalidOperationException($"no such step: {step}"),
            });
        }

        return results;
    }

    private async Task<IReadOnlyList<ActResult>> BackAsync(IReadOnlyList<OpenAccount> open, UndoStep.Back back, CancellationToken cancellation)
    {
        var intent = back.Intent;
        if (Person.Intents(intent.Account) is not { } queue) return Failed(intent, ActFailure.Unknown);
        if (await queue.TryCancelAsync(intent.Id)) return [.. intent.Keys.Select(key => new ActResult(key, null, null, key))];

        // It is under way, or done: where did they go?
        if (queue.Outcome(intent.Id) is not { } outcome) return Failed(intent, ActFailure.Gone);
        IReadOnlyList<ActResult> moved;
        try
        {
            moved = await outcome.WaitAsync(MostForUndo, clock, cancellation);
        }
        catch (TimeoutException)
        {
            return Failed(intent, ActFailure.Server);
        }

        var places = new Dictionary<MessageKey, MessageKey>();
        foreach (var result in moved.Where(result => result.Failure is null))
            if (result.Now is { } now) places[result.Key] = now;
        if (places.Count < moved.Count(result => result.Failure is null)) await FindAsync(back, moved, places, cancellation);

        var found = places.Count == 0 ? [] : await ActAsync(open, new MailAction.Move(intent.Account, intent.Mailbox), [.. places.Values], cancellation);
        return [.. found, .. moved.Where(result => result.Failure is null && !places.ContainsKey(result.Key)).Select(result => new ActResult(result.Key, ActFailure.Gone, null, null))];
    }

    /// <summary>Finds what a server moved without telling where to.</summary>
    private async Task FindAsync(UndoStep.Back back, IReadOnlyList<ActResult> moved, Dictionary<MessageKey, MessageKey> places, CancellationToken cancellation)
    {
        if (Person.Mirror.Current.Accounts.GetValueOrDefault(back.Intent.Account)?.Mailboxes.FirstOrDefault(mailbox => mailbox.Id == back.To) is not { } target) return;

        await Person.LookAsync([target], MostForUndo, clock, cancellation);
        if (Person.Mirror.Current.Accounts.GetValueOrDefault(back.Intent.Account)?.Images.GetValueOrDefault(back.To) is not { } image) return;

        foreach (var result in moved.Where(result => result is { Failure: null, Now: null }))
            if (back.Marks.TryGetValue(result.Key.Uid, out var mark) && mark.FindIn(image) is { } now) places[result.Key] = now;
    }

    private static IReadOnlyList<ActResult> Failed(Intent intent, ActFailure failure) => [.. intent.Keys.Select(key => new ActResult(key, failure, null, null))];
}
