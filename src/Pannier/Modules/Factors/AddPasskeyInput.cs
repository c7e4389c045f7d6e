using Pannier.Core.Factors;
using Pannier.Core.Http;
using Pannier.Mail;

namespace Pannier.Modules.Factors;

/// <param name="Alone">Whether it is to sign in alone; takes the password, or a passkey that opens the data already.</param>
/// <param name="Credential">What the browser says of it; null without script.</param>
/// <param name="Key">That it gave; null when it gives none.</param>
/// <param name="Opener">The passkey shown in the password's place; null when none was.</param>
internal sealed record AddPasskeyInput(Line? Name, Tick Alone, Secret? Current, PasskeyAnswer? Credential, Secret? Key, PasskeyOpener? Opener) : IInput<AddPasskeyInput>
{
    public static AddPasskeyInput Read(Fields fields) => new(
        fields.Maybe("name", Line.Read),
        fields.Ticked("alone"),
        fields.Maybe("current", Secret.Read),
        fields.Maybe("credential", PasskeyAnswer.Read),
        fields.Maybe("key", Secret.Read),
        PasskeyOpener.Of(fields.Maybe("opener-ticket", Line.Read), fields.Maybe("opener", PasskeyAnswer.Read), fields.Maybe("opener-key", Secret.Read)));
}
