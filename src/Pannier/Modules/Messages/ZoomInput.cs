using Pannier.Core;
using Pannier.Core.Http;

namespace Pannier.Modules.Messages;

internal sealed record ZoomInput(ZoomStep Step, LocalUrl? Next) : IInput<ZoomInput>
{
    public static ZoomInput Read(Fields fields) => new(fields.One("zoom", text => Choice.Read<ZoomStep>(text)), fields.Maybe("next", LocalUrl.Read));
}
