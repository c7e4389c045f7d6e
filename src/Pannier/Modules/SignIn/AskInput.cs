using Pannier.Core;
using Pannier.Core.Http;

namespace Pannier.Modules.SignIn;

internal sealed record AskInput(LocalUrl? Next) : IInput<AskInput>
{
    public static AskInput Read(Fields fields) => new(fields.Maybe("next", LocalUrl.Read));
}
