using Pannier.Core.Records;
using Pannier.Mail.Calendar;

namespace Pannier.Modules.Invitations;

/// <summary>What the person said yes or perhaps to.</summary>
internal sealed class Engagements(IMyRecords<Engagement> records, TimeProvider clock)
{
    private static readonly TimeSpan Usual = TimeSpan.FromHours(1);
    private static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    public async Task<Engagement?> OfAsync(Invitation invitation, CancellationToken cancellation) => (await records.FindAsync(Engagement.IdOf(invitation), cancellation))?.Value;

    /// <summary>Those that take place at the same time; of whole days and of times without a zone nothing is known.</summary>
    public async Task<IReadOnlyList<Engagement>> ConflictsAsync(Invitation invitation, CancellationToken cancellation)
    {
        if (invitation.Start.At is not { } start) return [];

        var end = invitation.End?.At is { } given && given > start ? given : start + Usual;
        var own = Engagement.IdOf(invitation);
        var found = new List<Engagement>();
        await foreach (var record in records.AllAsync(cancellation))
            if (record.Id != own && record.Value is { Answer: Participation.Accepted or Participation.Tentative, StartAt: { } other } && other < end && (record.Value.EndAt ?? other + Usual) > start) found.Add(record.Value);

        return found;
    }

    /// <summary>Remembers an answer, and forgets what is long over.</summary>
    public async Task RememberAsync(Invitation invitation, Participation answer, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var over = new List<string>();
        await foreach (var record in records.AllAsync(cancellation))
            if ((record.Value.EndAt ?? record.Value.StartAt ?? record.Value.AnsweredAt) < now - Kept) over.Add(record.Id);

        foreach (var id in over) await records.RemoveAsync(id, cancellation);
        await records.PutAsync(Engagement.IdOf(invitation), new Engagement(invitation.Summary, invitation.Start.At, invitation.End?.At, answer, now), cancellation);
    }
}
