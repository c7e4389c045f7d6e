using Pannier.Core;
using Pannier.Core.Factors;
using Pannier.Core.Http;

namespace Pannier.Modules.SignIn.Factor;

/// <param name="Credential">What the browser says of it; null without script.</param>
internal sealed record FirstPasskeyInput(Line? Name, PasskeyAnswer? Credential, LocalUrl? Next) : IInput<FirstPasskeyInput>
{
    public static FirstPasskeyInput Read(Fields fields) => new(fields.Maybe("name", Line.Read), fields.Maybe("credential", PasskeyAnswer.Read), fields.Maybe("next", LocalUrl.Read));
}
