using Pannier.Core;
using Pannier.Core.Factors;
using Pannier.Core.Http;
using Pannier.Core.Http.Carrying;

namespace Pannier.Modules.SignIn.Confirm;

/// <param name="Credential">What the browser says; null without script.</param>
/// <param name="Carried">What was sent and asks for it.</param>
internal sealed record ConfirmPasskeyInput(PasskeyAnswer? Credential, LocalUrl? Next, Parcel? Carried) : IInput<ConfirmPasskeyInput>
{
    public static ConfirmPasskeyInput Read(Fields fields) => new(fields.Maybe("credential", PasskeyAnswer.Read), fields.Maybe("next", LocalUrl.Read), fields.Maybe("carried", Parcel.Read));
}
