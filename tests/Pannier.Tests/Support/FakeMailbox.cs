using System.Collections.Concurrent;
using Pannier.Mail;

namespace Pannier.Tests.Support;

/// <summary>A mailbox of <see cref="FakeServer"/>.</summary>
internal sealed record FakeMailbox(string Name, MailboxRole Role, uint UidValidity)
{
    public uint UidNext { get; private set; } = 1;

    public bool Selectable { get; init; } = true;

    /// <summary>By uid, in no order: a sync reads while a test changes.</summary>
    public ConcurrentDictionary<uint, MemoryMessage> Messages { get; } = [];

    public Uid Add(byte[] octets, DateTimeOffset receivedAt, Keywords keywords = Keywords.None)
    {
        Messages[UidNext] = new MemoryMessage(octets, receivedAt, keywords);
        return new Uid(UidNext++);
    }

    /// <summary>A message of no account but its subject.</summary>
    public Uid Add(string subject, DateTimeOffset receivedAt, Keywords keywords = Keywords.None) => Add(Letter.Plain(subject), receivedAt, keywords);

    public MailboxState State => new(UidValidity, UidNext, Messages.Count, Messages.Values.Count(message => !message.Keywords.HasFlag(Keywords.Seen)), null);
}
