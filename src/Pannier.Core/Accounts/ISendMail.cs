namespace Pannier.Core.Accounts;

/// <summary>The way out for messages that a module has written itself: they go through the outbox like any other, are tried again, and are filed in Sent.</summary>
public interface ISendMail
{
    /// <summary>Puts it into the outbox and waits a little for what becomes of it.</summary>
    /// <returns>What to tell the person; null when there is no room for it.</returns>
    Task<Said?> SendAsync(FinishedMessage message, CancellationToken cancellation);
}
