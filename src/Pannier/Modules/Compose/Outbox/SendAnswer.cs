using Pannier.Core;

namespace Pannier.Modules.Compose.Outbox;

/// <summary>What comes of pressing Send.</summary>
internal abstract record SendAnswer
{
    private SendAnswer()
    {
    }

    /// <summary>It is no message yet; nothing was queued.</summary>
    public sealed record Mistaken(IReadOnlyList<FieldMistake> Mistakes) : SendAnswer;

    public sealed record Queued(LocalUrl Next, Said Notice) : SendAnswer;
}
