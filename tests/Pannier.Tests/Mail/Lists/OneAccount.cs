using Pannier.Mail;
using Pannier.Mail.Lists;
using Pannier.Tests.Support;

namespace Pannier.Tests.Mail.Lists;

/// <summary>An account over a server in memory, opened as a person's would be.</summary>
internal sealed class OneAccount
{
    public OneAccount(ulong id, InCombinedViews combined = InCombinedViews.Shown)
    {
        Server.Make("INBOX", MailboxRole.Inbox);
        Store = new FakeStore(Server);
        Directory = new MailboxDirectory(new AccountId(id), [], (known, _) =>
        {
            Saved = known;
            return Task.CompletedTask;
        });
        Open = new OpenAccount(new AccountId(id), Store, Directory, combined);
    }

    public FakeServer Server { get; } = new();

    public FakeStore Store { get; }

    public MailboxDirectory Directory { get; }

    public OpenAccount Open { get; }

    /// <summary>The mailboxes as last written down.</summary>
    public IReadOnlyList<KnownMailbox> Saved { get; private set; } = [];

    public FakeMailbox Inbox => Server.Find("INBOX");

    public async Task<Mailbox> BoxAsync(string name) =>
        (await Directory.GetAsync(Store, TestContext.Current.CancellationToken)).Single(mailbox => mailbox.Name.Value == name);

    public async Task<MessageKey> KeyAsync(string mailbox, Uid uid) => new(Open.Id, (await BoxAsync(mailbox)).Id, Server.Find(mailbox).UidValidity, uid);
}
