using Pannier.Core;
using Pannier.Core.Factors;
using Pannier.Core.Http;

namespace Pannier.Modules.SignIn.Factor;

/// <param name="Credential">What the browser says; null without script.</param>
internal sealed record PasskeyInput(PasskeyAnswer? Credential, LocalUrl? Next) : IInput<PasskeyInput>
{
    public static PasskeyInput Read(Fields fields) => new(fields.Maybe("credential", PasskeyAnswer.Read), fields.Maybe("next", LocalUrl.Read));
}
