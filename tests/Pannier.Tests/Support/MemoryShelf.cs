using Pannier.Mail;
using Pannier.Mail.Mirror.Keeping;

namespace Pannier.Tests.Support;

/// <summary>A shelf in memory, which a test may damage, or let fail at a chosen commit.</summary>
internal sealed class MemoryShelf : IMirrorShelf
{
    public Dictionary<KeptPlace, byte[]> Boxes { get; } = [];

    /// <summary>Commits that succeed before all others fail; null for all.</summary>
    public int? Lives { get; set; }

    public int Commits { get; private set; }

    public Task<ReadOnlyMemory<byte>?> ReadAsync(KeptPlace place, CancellationToken cancellation) => Task.FromResult<ReadOnlyMemory<byte>?>(Boxes.TryGetValue(place, out var box) ? box : null);

    public Task<bool> CommitAsync(IReadOnlyList<KeptWrite> writes, CancellationToken cancellation)
    {
        if (Lives is { } lives && Commits >= lives) return Task.FromResult(false);
        Commits++;
        foreach (var write in writes)
        {
            if (write.Content is { } content) Boxes[write.Place] = content.ToArray();
            else Boxes.Remove(write.Place);
        }

        return Task.FromResult(true);
    }

    public Task ForgetAsync(AccountId account, MailboxId mailbox, CancellationToken cancellation) => Drop(place => place.Account == account && place.Mailbox == mailbox);

    public Task ForgetAsync(AccountId account, CancellationToken cancellation) => Drop(place => place.Account == account);

    public ValueTask DisposeAsync() => default;

    private Task Drop(Func<KeptPlace, bool> which)
    {
        foreach (var place in Boxes.Keys.Where(which).ToList()) Boxes.Remove(place);
        return Task.CompletedTask;
    }
}
