using MailKit;

namespace Pannier.Mail.Imap;

/// <summary>Rings when a selected mailbox changes, or when the time is up. It says that something changed, never what.</summary>
internal sealed class Doorbell : IDisposable
{
    private readonly IMailFolder _folder;
    private readonly CancellationTokenSource _rung;
    private bool _selecting;

    public Doorbell(IMailFolder folder, TimeSpan atMost, TimeProvider time)
    {
        (_folder, _selecting) = (folder, !folder.IsOpen);
        _rung = new CancellationTokenSource(atMost, time);
        folder.CountChanged += Ring;
        folder.MessageExpunged += Ring;
        folder.MessagesVanished += Ring;
        folder.MessageFlagsChanged += Ring;
    }

    /// <summary>Cancelled when something changed or the time is up.</summary>
    public CancellationToken Rung => _rung.Token;

    public bool HasNews { get; private set; }

    /// <summary>Selecting tells the count too; that is no news.</summary>
    public void Begin() => _selecting = false;

    public void Dispose()
    {
        _folder.CountChanged -= Ring;
        _folder.MessageExpunged -= Ring;
        _folder.MessagesVanished -= Ring;
        _folder.MessageFlagsChanged -= Ring;
        _rung.Dispose();
    }

    private void Ring(object? sender, EventArgs e)
    {
        if (_selecting) return;
        HasNews = true;
        _rung.Cancel();
    }
}
