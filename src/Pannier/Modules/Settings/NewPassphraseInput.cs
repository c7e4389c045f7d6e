using Pannier.Core.Http;
using Pannier.Mail;

namespace Pannier.Modules.Settings;

internal sealed record NewPassphraseInput(Secret? Password, Secret? Again) : IInput<NewPassphraseInput>
{
    public static NewPassphraseInput Read(Fields fields) => new(fields.Maybe("password", Secret.Read), fields.Maybe("again", Secret.Read));
}
