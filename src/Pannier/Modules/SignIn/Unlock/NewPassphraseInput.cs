using Pannier.Core.Http;
using Pannier.Mail;

namespace Pannier.Modules.SignIn.Unlock;

/// <param name="Key">The recovery key.</param>
internal sealed record NewPassphraseInput(Secret? Key, Secret? Password, Secret? Again) : IInput<NewPassphraseInput>
{
    public static NewPassphraseInput Read(Fields fields) => new(fields.Maybe("key", Secret.Read), fields.Maybe("password", Secret.Read), fields.Maybe("again", Secret.Read));
}
