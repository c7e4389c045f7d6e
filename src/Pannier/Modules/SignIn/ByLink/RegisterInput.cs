using Pannier.Core.Http;
using Pannier.Mail;

namespace Pannier.Modules.SignIn.ByLink;

internal sealed record RegisterInput(LinkToken Token, Line? Name, Secret? Password, Secret? Again) : IInput<RegisterInput>
{
    public static RegisterInput Read(Fields fields) => new(
        fields.One("token", LinkToken.Read),
        fields.Maybe("name", Line.Read),
        fields.Maybe("password", Secret.Read),
        fields.Maybe("again", Secret.Read));
}
