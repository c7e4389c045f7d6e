using MailKit;
using MailKit.Net.Imap;
using Pannier.Mail.Net;

namespace Pannier.Mail.Imap;

/// <summary>
/// One signed-in connection to an IMAP server. Each act is a file of its own beside this one; here is what all of them share:
/// the time limit, the selected mailbox, and the turning of whatever MailKit throws into a <see cref="MailFault"/>.
/// </summary>
internal sealed partial class ImapConnection : IMailConnection, IAsyncDisposable
{
    private static readonly TimeSpan GoodbyeLimit = TimeSpan.FromSeconds(2);
    private readonly ImapOptions _options;
    private readonly TimeProvider _time;
    private readonly OddMessages _odd;
    private ImapClient _client;
    private Line _line;
    private ServerWords _words;
    private bool _quickResync;
    private bool _keywords = true;
    private uint? _selectedAs; // the UIDVALIDITY that SELECT told; null when nothing is selected
    private bool _broken;

    internal ImapConnection(ImapClient client, Line line, ServerWords words, ImapOptions options, TimeProvider time, OddMessages odd, bool quickResync)
    {
        (_client, _line, _words, _options, _time, _odd, _quickResync) = (client, line, words, options, time, odd, quickResync);
        LastAnswer = time.GetUtcNow();
    }

    public StoreFeatures Features => ImapFeatures.Read(_client.Capabilities) | (_keywords ? StoreFeatures.Keywords : StoreFeatures.None);

    /// <summary>False once it was interrupted in the middle of an act or the server left.</summary>
    public bool IsUsable => !_broken && _client.IsConnected;

    public DateTimeOffset LastAnswer { get; private set; }

    /// <summary>True when an act began that changes something on the server, whether or not it ended well.</summary>
    public bool ChangeBegun { get; private set; }

    /// <summary>Answers since <see cref="BeginUse"/>.</summary>
    public int Answers { get; private set; }

    /// <summary>Begins the use by another borrower.</summary>
    public void BeginUse() => (ChangeBegun, Answers) = (false, 0);

    /// <summary>Asks whether the line still stands (NOOP).</summary>
    public Task PingAsync(TimeSpan atMost, CancellationToken cancellation) =>
        ActAsync(atMost, token => _client.NoOpAsync(token), cancellation);

    public async ValueTask DisposeAsync()
    {
        if (IsUsable) await SayGoodbyeAsync();
        _client.Dispose();
        await _line.DisposeAsync();
    }

    private async Task SayGoodbyeAsync()
    {
        try
        {
            using var limit = new CancellationTokenSource(GoodbyeLimit, _time);
            await _client.DisconnectAsync(quit: true, limit.Token);
        }
        catch (Exception e) when (e is OperationCanceledException || ImapFaults.Read(e, null, showText: false) is not null)
        {
            // It is being closed anyway.
        }
    }

    private Task<bool> ActAsync(Func<CancellationToken, Task> act, CancellationToken cancellation) => ActAsync(_options.ActLimit, act, cancellation);

    private Task<T> ActAsync<T>(Func<CancellationToken, Task<T>> act, CancellationToken cancellation) => ActAsync(_options.ActLimit, act, cancellation);

    private Task<bool> ActAsync(TimeSpan atMost, Func<CancellationToken, Task> act, CancellationToken cancellation) =>
        ActAsync(
            atMost,
            async token =>
            {
                await act(token);
                return true;
            },
            cancellation);

    private async Task<T> ActAsync<T>(TimeSpan atMost, Func<CancellationToken, Task<T>> act, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(atMost, _time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
        _words.Forget();
        try
        {
            var result = await act(both.Token);
            Answered();
            return result;
        }
        catch (OperationCanceledException e)
        {
            _broken = true; // the rest of the answer would be taken for the next one
            if (cancellation.IsCancellationRequested) throw;
            throw new MailFault(MailFaultKind.TimedOut, inner: e);
        }
        catch (MailFault fault)
        {
            Judge(fault);
            throw;
        }
        catch (Exception e) when (ImapFaults.Read(e, _words.LastRefusal(), showText: true) is { } fault)
        {
            Judge(fault);
            throw fault;
        }
    }

    private void Judge(MailFault fault)
    {
        if (ImapFaults.LeavesLineGood(fault.Kind)) Answered();
        else _broken = true;
    }

    private void Answered()
    {
        LastAnswer = _time.GetUtcNow();
        Answers++;
    }

    /// <summary>From here on the server may have changed something: the act is never run again by itself.</summary>
    private void BeginChange() => ChangeBegun = true;

    private async Task<IMailFolder> FolderAsync(MailboxName mailbox, CancellationToken cancellation)
    {
        if (mailbox.Value.Length == 0) throw new MailFault(MailFaultKind.NotFound);
        return mailbox.IsInbox ? _client.Inbox : await _client.GetFolderAsync(mailbox.Value, cancellation);
    }

    /// <summary>Selects the mailbox unless it is selected, and refuses it when it was made anew.</summary>
    private async Task<IMailFolder> SelectedAsync(MailboxRef mailbox, CancellationToken cancellation)
    {
        var folder = await FolderAsync(mailbox.Name, cancellation);
        if (!IsSelected(folder) || folder.Access != FolderAccess.ReadWrite) await SelectAsync(folder, cancellation);
        return folder.UidValidity == mailbox.UidValidity ? folder : throw new MailFault(MailFaultKind.UidValidityChanged);
    }

    /// <summary>As <see cref="SelectedAsync"/>, and the server has told all news: one that was selected before may be behind.</summary>
    private async Task<IMailFolder> FreshAsync(MailboxRef mailbox, CancellationToken cancellation)
    {
        var folder = await FolderAsync(mailbox.Name, cancellation);
        if (IsSelected(folder)) await _client.NoOpAsync(cancellation);
        return await SelectedAsync(mailbox, cancellation);
    }

    /// <summary>
    /// Whether the selected mailbox still has this name. Another client may have renamed it and made a new one; MailKit then holds
    /// what STATUS tells of the new one beside what is selected, and an act on the one would be done to the other's messages.
    /// </summary>
    private bool IsSelected(IMailFolder folder) => folder.IsOpen && folder.UidValidity == _selectedAs;

    private Task SelectAsync(IMailFolder folder, CancellationToken cancellation) => SelectAsync(folder, () => folder.OpenAsync(FolderAccess.ReadWrite, cancellation));

    private async Task SelectAsync(IMailFolder folder, Func<Task> openAsync)
    {
        _selectedAs = null; // a SELECT that fails leaves nothing selected (RFC 9051 §6.3.2); MailKit goes on as before
        await openAsync();
        _selectedAs = folder.UidValidity;
        _keywords = folder.PermanentFlags.HasFlag(MessageFlags.UserDefined);
    }

    private static List<UniqueId> Ids(MailboxRef mailbox, IEnumerable<Uid> uids) =>
        [.. uids.Distinct().Order().Select(uid => new UniqueId(mailbox.UidValidity, uid.Value))];
}
