using Pannier.Mail;
using Pannier.Mail.Lists;
using Pannier.Mail.Mirror;
using Pannier.Mail.Mirror.Views;

namespace Pannier.Core.Accounts;

/// <summary>Waits, within limits, until the mirror has what a list wants to show.</summary>
internal static class MirrorReady
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(250);

    /// <summary>Mailboxes that a whole page has looked at once more before it is shown.</summary>
    private const int MostGlances = 4;

    /// <summary>The version in which the newest page of every mailbox concerned is held, or whatever there is when patience ends or an account fails.</summary>
    public static async Task<MirrorVersion> ReadyAsync(this PersonMail person, Query query, TimeProvider clock, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var timer = clock.CreateTimer(_ => limit.Cancel(), null, Patience, Timeout.InfiniteTimeSpan);
        while (true)
        {
            var version = person.Mirror.Current;
            var unread = MirrorLists.Unread(version, query).Where(mailbox => version.Accounts[mailbox.Account].Stage != SyncStage.Failing).ToList();
            if (unread.Count == 0 && MirrorLists.Asked(version, query).All(account => account.Mailboxes.Count > 0 || account.Stage == SyncStage.Failing)) return version;

            foreach (var mailbox in unread) _ = person.Sync(mailbox.Account)?.LookAsync(mailbox.Id);
            try
            {
                await person.Mirror.NextAsync(version.Number, limit.Token);
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                return person.Mirror.Current;
            }
        }
    }

    /// <summary>Looks at a list's mailboxes once more and waits a moment for it; of views over many mailboxes, it only asks.</summary>
    public static async Task GlanceAsync(this PersonMail person, Query query, TimeProvider clock, CancellationToken cancellation)
    {
        var version = person.Mirror.Current;
        var mailboxes = MirrorLists.Mailboxes(version, query)
            .Where(mailbox => version.Accounts[mailbox.Account].Stage != SyncStage.Failing)
            .OrderBy(mailbox => mailbox.Role == MailboxRole.Inbox ? 0 : 1)
            .Take(MostGlances);
        await person.LookAsync(mailboxes, Glance, clock, cancellation);
    }

    /// <summary>Has mailboxes looked at, and waits for it so long at most.</summary>
    public static async Task LookAsync(this PersonMail person, IEnumerable<Mailbox> mailboxes, TimeSpan atMost, TimeProvider clock, CancellationToken cancellation)
    {
        var looks = mailboxes.Select(mailbox => person.Sync(mailbox.Account)?.LookAsync(mailbox.Id)).OfType<Task>().ToList();
        if (looks.Count == 0) return;

        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        await Task.WhenAny(Task.WhenAll(looks), Task.Delay(atMost, clock, enough.Token));
        await enough.CancelAsync();
    }
}
