using Pannier.Core;

namespace Pannier.Modules.Compose.Outbox;

/// <summary>What a person is told of a message they just sent.</summary>
internal static class SentNotice
{
    /// <param name="item">As the outbox holds it now; null when it has left.</param>
    public static Said Of(OutboxItem? item) => item switch
    {
        null => Said.Of("outbox.sent"),
        { State: OutboxState.Accepted, Trouble: { } trouble } => Said.Of("outbox.sent-not-filed", "why", trouble.Said).AsTrouble(),
        { State: OutboxState.Accepted } => Said.Of("outbox.sent"),
        { State: OutboxState.Filed } => Said.Of("outbox.sent-partly").AsTrouble(),
        { State: OutboxState.NotSent, Trouble: { } trouble } => Said.Of("outbox.not-sent-yet", "why", trouble.Said).AsTrouble(),
        { State: OutboxState.Rejected, Trouble: { } trouble } => Said.Of("outbox.was-rejected", "why", trouble.Said).AsTrouble(),
        { State: OutboxState.ReplyLost } => Said.Of("outbox.may-be-sent").AsTrouble(),
        _ => Said.Of("outbox.on-its-way"),
    };
}
