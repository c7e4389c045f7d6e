using Pannier.Core;
using Pannier.Core.Http;

namespace Pannier.Modules.Messages;

internal sealed record SeenInput(LocalUrl? Next) : IInput<SeenInput>
{
    public static SeenInput Read(Fields fields) => new(fields.Maybe("next", LocalUrl.Read));
}
