using Pannier.Core;

namespace Pannier.Modules.Compose.Outbox;

/// <summary>What is on its way, and what is stuck.</summary>
public sealed record OutboxPage(IReadOnlyList<OutboxLine> Lines) : ITitled
{
    public Said Title => Said.Of("outbox.title");
}
