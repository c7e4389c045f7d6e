using MailKit;

namespace Pannier.Mail.Imap;

/// <summary>Rings when a selected mailbox changes, or another does that the server tells of, or when the time is up. It says where something changed, never what.</summary>
internal sealed class Doorbell : IDisposable
{
    private readonly IMailFolder _folder;
    private readonly MailboxName _mailbox;
    private readonly NewsElsewhere? _elsewhere;
    private readonly CancellationTokenSource _rung;
    private readonly HashSet<MailboxName> _heard = [];
    private bool _selecting;

    public Doorbell(IMailFolder folder, MailboxName mailbox, NewsElsewhere? elsewhere, TimeSpan atMost, TimeProvider time)
    {
        (_folder, _mailbox, _elsewhere, _selecting) = (folder, mailbox, elsewhere, !folder.IsOpen);
        _rung = new CancellationTokenSource(atMost, time);
        folder.CountChanged += Ring;
        folder.MessageExpunged += Ring;
        folder.MessagesVanished += Ring;
        folder.MessageFlagsChanged += Ring;
        if (elsewhere is null) return;
        elsewhere.Listening = folder;
        elsewhere.Told += _rung.Cancel;
    }

    /// <summary>Cancelled when something changed or the time is up.</summary>
    public CancellationToken Rung => _rung.Token;

    /// <summary>Selecting tells the count too; that is no news.</summary>
    public void Begin()
    {
        _selecting = false;
        if (_elsewhere is { IsEmpty: false }) _rung.Cancel();
    }

    /// <summary>The mailboxes with news; they are told once.</summary>
    public IReadOnlySet<MailboxName> Heard()
    {
        if (_elsewhere is not null) _heard.UnionWith(_elsewhere.Take());
        return _heard;
    }

    public void Dispose()
    {
        _folder.CountChanged -= Ring;
        _folder.MessageExpunged -= Ring;
        _folder.MessagesVanished -= Ring;
        _folder.MessageFlagsChanged -= Ring;
        if (_elsewhere is not null) _elsewhere.Told -= _rung.Cancel;
        _rung.Dispose();
    }

    private void Ring(object? sender, EventArgs e)
    {
        if (_selecting) return;
        _heard.Add(_mailbox);
        _rung.Cancel();
    }
}
