using Pannier.Core;
using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Core.Records;
using Pannier.Mail.Text;

namespace Pannier.Modules.Compose.Outbox;

/// <summary>Shows the outbox, oldest first.</summary>
internal sealed class ShowOutbox(IMyRecords<OutboxItem> outbox) : IHandler<Nothing, OutboxPage>
{
    private const int MostShown = 5;

    public async Task<Outcome<OutboxPage>> HandleAsync(Nothing input, CancellationToken cancellation)
    {
        var lines = new List<(DateTimeOffset At, OutboxLine Line)>();
        await foreach (var record in outbox.AllAsync(cancellation))
            if (DraftId.Read(record.Id) is { } id) lines.Add((record.Value.QueuedAt, Line(id, record.Value)));

        return new OutboxPage([.. lines.OrderBy(one => one.At).ThenBy(one => one.Line.Id.Value, StringComparer.Ordinal).Select(one => one.Line)]);
    }

    /// <summary>What the person can do with an item in its state.</summary>
    public static IReadOnlyList<OutboxAct> Acts(OutboxItem item) => item.State switch
    {
        OutboxState.Waiting or OutboxState.NotSent or OutboxState.Rejected => [OutboxAct.Retry, OutboxAct.Edit, OutboxAct.Discard],
        OutboxState.ReplyLost => [OutboxAct.Arrived, OutboxAct.Retry, OutboxAct.Edit, OutboxAct.Discard],
        OutboxState.Accepted when item.Trouble is not null => [OutboxAct.Retry, OutboxAct.Leave],
        OutboxState.Filed => [OutboxAct.Leave],
        _ => [],
    };

    private static OutboxLine Line(DraftId id, OutboxItem item)
    {
        var isSent = item.State is OutboxState.Accepted or OutboxState.Filed;
        return new OutboxLine(
            id,
            item.Subject.Length == 0 ? null : UntrustedText.Show(item.Subject),
            UntrustedText.Show(item.From),
            UntrustedText.Show(string.Join(", ", item.Recipients.Take(MostShown)) + (item.Recipients.Count > MostShown ? $" +{item.Recipients.Count - MostShown}" : "")),
            Said.Of(item is { State: OutboxState.Accepted, Trouble: not null } ? "outbox.state.not-filed" : "outbox.state." + Choice.Name(item.State)),
            Tone(item),
            item.State == OutboxState.ReplyLost ? Said.Of("outbox.reply-lost.why") : item.Trouble?.Said,
            [.. item.Refused.Select(one => UntrustedText.Show(one.ServerText.Length == 0 ? one.Address : $"{one.Address}: {one.ServerText}"))],
            item.NextTry,
            Acts(item),
            isSent);
    }

    private static string Tone(OutboxItem item) => item.State switch
    {
        OutboxState.Rejected => "badge-danger",
        OutboxState.NotSent or OutboxState.ReplyLost or OutboxState.Filed => "badge-warning",
        OutboxState.Accepted when item.Trouble is not null => "badge-warning",
        _ => "badge-accent",
    };
}
