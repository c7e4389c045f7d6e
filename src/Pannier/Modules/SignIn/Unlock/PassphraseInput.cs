using Pannier.Core;
using Pannier.Core.Http;
using Pannier.Core.Http.Carrying;
using Pannier.Mail;

namespace Pannier.Modules.SignIn.Unlock;

/// <param name="Carried">What was sent when one had been signed out.</param>
internal sealed record PassphraseInput(Secret? Passphrase, LocalUrl? Next, Parcel? Carried) : IInput<PassphraseInput>
{
    public static PassphraseInput Read(Fields fields) => new(fields.Maybe("passphrase", Secret.Read), fields.Maybe("next", LocalUrl.Read), fields.Maybe("carried", Parcel.Read));
}
