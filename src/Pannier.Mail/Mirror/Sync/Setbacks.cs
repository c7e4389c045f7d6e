namespace Pannier.Mail.Mirror.Sync;

/// <summary>Remembers what failed where. A server that drops the line over one mailbox must not keep all others from being read.</summary>
internal sealed class Setbacks
{
    private readonly Dictionary<(MailboxId Mailbox, SyncWork Work), Setback> _failed = [];

    public void Failed(MailboxId mailbox, SyncWork work) => _failed[(mailbox, work)] = new Setback(At(mailbox, work).Times + 1, IsTried: true);

    public void Worked(MailboxId mailbox, SyncWork work) => _failed.Remove((mailbox, work));

    public Setback At(MailboxId mailbox, SyncWork work) => _failed.GetValueOrDefault((mailbox, work));

    /// <summary>Gives everything one more try; forgets mailboxes that are no more.</summary>
    public void TryAgain(IReadOnlySet<MailboxId> there)
    {
        foreach (var place in _failed.Keys.ToList())
        {
            if (there.Contains(place.Mailbox)) _failed[place] = _failed[place] with { IsTried = false };
            else _failed.Remove(place);
        }
    }
}
