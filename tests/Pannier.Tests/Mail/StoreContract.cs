using Pannier.Mail;
using Pannier.Tests.Support;

namespace Pannier.Tests.Mail;

/// <summary>
/// What every store promises, whatever its server can do. A subclass names the server; the facts are in the parts of this
/// class, by kind of act.
/// </summary>
public abstract partial class StoreContract : IAsyncDisposable
{
    private static readonly MailboxName Inbox = new("INBOX", '/');
    private readonly IStoreServer _server;
    private readonly string _user;
    private readonly IMailStore _store;

    protected StoreContract(IStoreServer server)
    {
        (_server, _user) = (server, server.NewUser());
        _store = server.Open(_user);
    }

    /// <summary>False where the server names no roles.</summary>
    protected virtual bool HasSpecialUse => true;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private async Task<MailboxRef> RefAsync(MailboxName name, IMailStore? store = null) =>
        new(name, (await (store ?? _store).Use(c => c.SelectAsync(name, Cancellation))).UidValidity);

    private async Task<Uid> FileAsync(byte[] message, Keywords keywords = Keywords.None, MailboxName? mailbox = null, IMailStore? store = null, DateTimeOffset? at = null)
    {
        var filed = await (store ?? _store).Use(c => c.AppendAsync(mailbox ?? Inbox, new MemoryStream(message), keywords, at, Cancellation));
        return Assert.NotNull(filed.Uid);
    }

    private async Task<IReadOnlyList<Uid>> UidsAsync(MailboxRef mailbox, IMailStore? store = null) =>
        [.. (await (store ?? _store).Use(c => c.IndexAsync(mailbox, new Uid(1), Cancellation))).Select(entry => entry.Uid)];

    private Task<IReadOnlyDictionary<Uid, Keywords>> KeywordsAsync(MailboxRef mailbox, params Uid[] uids) =>
        _store.Use(c => c.KeywordsAsync(mailbox, uids, Cancellation));

    private static async Task<MailFaultKind> FaultAsync(Func<Task> act) => (await Assert.ThrowsAsync<MailFault>(act)).Kind;
}
