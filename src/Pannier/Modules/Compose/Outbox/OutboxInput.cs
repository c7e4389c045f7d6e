using Pannier.Core.Http;

namespace Pannier.Modules.Compose.Outbox;

internal sealed record OutboxInput(DraftId Item, OutboxAct Act, Tick Sure) : IInput<OutboxInput>
{
    public static OutboxInput Read(Fields fields) => new(fields.One("item", DraftId.Read), fields.One<OutboxAct>("act", Choice.Read<OutboxAct>), fields.Ticked("sure"));
}
