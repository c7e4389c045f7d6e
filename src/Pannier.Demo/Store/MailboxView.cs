using Pannier.Demo.Imap;

namespace Pannier.Demo.Store;

/// <summary>
/// What one session knows of its selected mailbox: the sequence numbers it was told, and the news it was not told yet.
/// <see cref="Messages"/> belongs to the session; the noted news belong to the account's lock.
/// </summary>
internal sealed class MailboxView(DemoMailbox mailbox, ViewAccess access, List<DemoMessage> messages, uint recentFrom)
{
    private readonly HashSet<DemoMessage> changed = [];
    private readonly List<DemoMessage> arrived = [];
    private int expunged;
    private TaskCompletionSource bell = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public DemoMailbox Mailbox { get; } = mailbox;

    public ViewAccess Access { get; } = access;

    public List<DemoMessage> Messages { get; } = messages;

    /// <summary>The mailbox was renumbered under this session, which must select it anew.</summary>
    public bool Gone { get; private set; }

    public uint RecentFrom { get; private set; } = recentFrom;

    /// <summary>Completes at the next news; take it before looking for news, so that none is missed.</summary>
    public Task NextNews
    {
        get
        {
            lock (Mailbox.Account.Gate)
                return bell.Task;
        }
    }

    public int RecentCount => Messages.Count - FirstIndexFrom(RecentFrom);

    public void NoteFlags(DemoMessage message)
    {
        changed.Add(message);
        Ring();
    }

    public void NoteExpunged(DemoMessage message)
    {
        expunged++;
        changed.Remove(message);
        Ring();
    }

    public void NoteArrived(DemoMessage message)
    {
        arrived.Add(message);
        Ring();
    }

    public void NoteGone()
    {
        Gone = true;
        Ring();
    }

    /// <summary>Takes the news, and applies them to the session's numbers.</summary>
    public ViewNews Take(ExpungeNews wanted)
    {
        lock (Mailbox.Account.Gate)
        {
            var gone = new List<Numbered>();
            if (wanted == ExpungeNews.Reported && expunged > 0)
            {
                arrived.RemoveAll(message => message.Expunged);
                for (var index = Messages.Count - 1; index >= 0; index--)
                    if (Messages[index].Expunged)
                        gone.Add(new(index + 1, Messages[index]));
                Messages.RemoveAll(message => message.Expunged);
                expunged = 0;
            }

            var exists = arrived.Count > 0;
            if (exists)
            {
                Messages.AddRange(arrived);
                arrived.Clear();
                if (Access == ViewAccess.ReadWrite)
                    Mailbox.ClaimRecent();
            }

            var flags = changed.Where(message => !message.Expunged).OrderBy(message => message.Uid).ToList();
            changed.Clear();
            if (bell.Task.IsCompleted)
                bell = new(TaskCreationOptions.RunContinuationsAsynchronously);
            return new(gone, exists, flags);
        }
    }

    /// <summary>The 1-based sequence number, 0 when the session was not told of the message.</summary>
    public int NumberOf(DemoMessage message)
    {
        var index = FirstIndexFrom(message.Uid);
        return index < Messages.Count && Messages[index] == message ? index + 1 : 0;
    }

    public int FirstIndexFrom(uint uid)
    {
        var (low, high) = (0, Messages.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Messages[middle].Uid < uid)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private void Ring() => bell.TrySetResult();
}
