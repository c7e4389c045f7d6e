using Pannier.Mail.Lists;

namespace Pannier.Mail.Mirror.Sync;

// What listens, and only rings.
public sealed partial class AccountSync
{
    private static readonly TimeSpan WatchAtMost = TimeSpan.FromMinutes(20);
    private static readonly TimeSpan PollEvery = TimeSpan.FromSeconds(20);
    private static readonly HashSet<MailboxName> Nothing = [];
    private static readonly TimeSpan Opened = TimeSpan.FromSeconds(1);

    /// <summary>Rings for the INBOX. Where there is no line to spare it is looked at now and then instead.</summary>
    private async Task WatchAsync()
    {
        try
        {
            while (true)
            {
                if (Selectable().FirstOrDefault(mailbox => mailbox.Role == MailboxRole.Inbox) is not { } inbox || Image.Stage == SyncStage.Failing)
                {
                    await mirror.NextAsync(mirror.Current.Number, _end.Token);
                    continue;
                }

                IReadOnlySet<MailboxName> heard;
                await using (clock.CreateTimer(_ => _requests.Look(inbox.Id), null, Opened, Timeout.InfiniteTimeSpan)) // what came while the line was opened
                    heard = await HearsAsync(inbox, _end.Token);
                if (heard.Count == 0) await Task.Delay(PollEvery, clock, _end.Token);
                if (heard.Count == 0 || heard.Any(name => name.IsInbox)) _ = _requests.Look(inbox.Id);
                foreach (var name in heard.Where(name => !name.IsInbox)) Ring(name);
            }
        }
        catch (OperationCanceledException) when (_end.IsCancellationRequested)
        {
            // The person left.
        }
    }

    /// <summary>Another mailbox has news; one that is not known is listed.</summary>
    private void Ring(MailboxName name)
    {
        if (Selectable().FirstOrDefault(mailbox => mailbox.Name == name) is { } mailbox) _ = _requests.Look(mailbox.Id);
        else _requests.List();
    }

    private async Task<IReadOnlySet<MailboxName>> HearsAsync(Mailbox inbox, CancellationToken cancellation)
    {
        try
        {
            return store.Health.Ceiling > 1 ? await store.WatchAsync(inbox.Name, WatchAtMost, cancellation) : Nothing;
        }
        catch (MailFault)
        {
            return Nothing; // the worker meets it too, and tells of it
        }
    }
}
