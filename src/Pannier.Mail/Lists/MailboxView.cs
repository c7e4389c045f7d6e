namespace Pannier.Mail.Lists;

/// <summary>One mailbox as lists know it during a live session: its order and the rows read so far, used in turns.</summary>
internal sealed class MailboxView : IDisposable
{
    public SemaphoreSlim Turn { get; } = new(1);

    public MailboxIndex Index { get; } = new();

    public RowCache Rows { get; } = new();

    public void Dispose() => Turn.Dispose();
}
