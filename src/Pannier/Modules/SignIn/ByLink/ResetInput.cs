using Pannier.Core.Http;
using Pannier.Mail;

namespace Pannier.Modules.SignIn.ByLink;

internal sealed record ResetInput(LinkToken Token, Secret? Password, Secret? Again) : IInput<ResetInput>
{
    public static ResetInput Read(Fields fields) => new(fields.One("token", LinkToken.Read), fields.Maybe("password", Secret.Read), fields.Maybe("again", Secret.Read));
}
