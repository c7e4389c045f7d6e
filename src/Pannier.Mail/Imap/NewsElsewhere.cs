using System.Collections.Concurrent;
using MailKit;

namespace Pannier.Mail.Imap;

/// <summary>What a server tells on one connection of mailboxes that are not selected (NOTIFY, RFC 5465), until somebody takes it.</summary>
internal sealed class NewsElsewhere
{
    private readonly ConcurrentDictionary<MailboxName, bool> _news = new();

    public NewsElsewhere(IEnumerable<(IMailFolder Folder, MailboxName Name)> folders)
    {
        foreach (var (folder, name) in folders)
        {
            void Tell(object? sender, EventArgs e)
            {
                if (folder == Listening) return; // it rings itself; selecting it tells the count too
                _news[name] = true;
                Told?.Invoke();
            }

            folder.CountChanged += Tell;
            folder.UnreadChanged += Tell;
            folder.UidNextChanged += Tell;
            folder.HighestModSeqChanged += Tell;
        }
    }

    /// <summary>The mailbox one listens at, which is not elsewhere.</summary>
    public IMailFolder? Listening { get; set; }

    /// <summary>Something is there to be taken.</summary>
    public event Action? Told;

    public bool IsEmpty => _news.IsEmpty;

    public IReadOnlyList<MailboxName> Take() => [.. _news.Keys.Where(name => _news.TryRemove(name, out _))];
}
