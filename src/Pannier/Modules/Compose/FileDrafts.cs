using Pannier.Core.Modules;

namespace Pannier.Modules.Compose;

/// <summary>Puts drafts that were left into the server's Drafts mailbox, so that they are found from everywhere.</summary>
internal sealed class FileDrafts(Journal journal, FileDraft server, TimeProvider clock) : IJob
{
    /// <summary>How long a draft must have been left alone.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(2);

    public static TimeSpan Every => TimeSpan.FromMinutes(1);

    public async Task RunAsync(CancellationToken cancellation)
    {
        foreach (var (id, draft) in await journal.AllAsync(cancellation))
        {
            if (draft.Edition == 0 || draft.IsEmpty || draft.FiledEdition == draft.Edition) continue;
            if (clock.GetUtcNow() - draft.ChangedAt >= Quiet) await server.FileAsync(id, cancellation); // what fails is tried again, the journal keeping it
        }
    }
}
