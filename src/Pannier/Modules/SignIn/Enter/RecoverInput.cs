using Pannier.Core.Http;
using Pannier.Mail;

namespace Pannier.Modules.SignIn.Enter;

internal sealed record RecoverInput(Line? Name, Secret? Key, Secret? Password, Secret? Again) : IInput<RecoverInput>
{
    public static RecoverInput Read(Fields fields) => new(
        fields.Maybe("name", Line.Read),
        fields.Maybe("key", Secret.Read),
        fields.Maybe("password", Secret.Read),
        fields.Maybe("again", Secret.Read));
}
