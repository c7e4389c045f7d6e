using Pannier.Core;
using Pannier.Core.Factors;
using Pannier.Core.Http;
using Pannier.Core.Http.Carrying;
using Pannier.Core.Sessions;
using Pannier.Mail;

namespace Pannier.Modules.SignIn.Factor;

/// <param name="Ticket">That came with the question.</param>
/// <param name="Credential">What the browser says; null without script.</param>
/// <param name="Key">That the passkey gave.</param>
/// <param name="Carried">What was sent when one had been signed out.</param>
/// <param name="Wishes">For this browser.</param>
internal sealed record OpenByPasskeyInput(Line? Ticket, PasskeyAnswer? Credential, Secret? Key, LocalUrl? Next, Parcel? Carried, Wishes Wishes) : IInput<OpenByPasskeyInput>
{
    public static OpenByPasskeyInput Read(Fields fields) => new(
        fields.Maybe("ticket", Line.Read),
        fields.Maybe("credential", PasskeyAnswer.Read),
        fields.Maybe("key", Secret.Read),
        fields.Maybe("next", LocalUrl.Read),
        fields.Maybe("carried", Parcel.Read),
        WishTicks.Read(fields));
}
