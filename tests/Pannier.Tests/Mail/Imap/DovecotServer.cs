using Pannier.Mail;
using Pannier.Mail.Imap;
using Pannier.Tests.Support;

namespace Pannier.Tests.Mail.Imap;

/// <summary>A Dovecot with accounts enough for a contract's tests.</summary>
public class DovecotServer : IStoreServer, IAsyncDisposable
{
    private const int Users = 80;
    private int _next;

    public DovecotServer() : this(null)
    {
    }

    protected DovecotServer(string? capability) =>
        Dovecot = new Dovecot(capability, "", [.. Enumerable.Range(0, Users).Select(number => $"user{number}")]);

    public Dovecot Dovecot { get; }

    public string NewUser() => $"user{Interlocked.Increment(ref _next) - 1}";

    public IMailStore Open(string user) =>
        ImapStores.Open(Dovecot, user, options: new ImapOptions { PollEvery = TimeSpan.FromSeconds(1) });

    public Task MakeMailboxAsync(string user, string modifiedUtf7Name)
    {
        var box = Path.Combine(Dovecot.MailDirectory(user), "mail", "." + modifiedUtf7Name);
        foreach (var part in new[] { "cur", "new", "tmp" }) Dovecot.OpenToAll(Directory.CreateDirectory(Path.Combine(box, part)).FullName);
        Dovecot.OpenToAll(Path.GetDirectoryName(box)!);
        Dovecot.OpenToAll(box);
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return Dovecot.DisposeAsync();
    }
}
