using Pannier.Core;
using Pannier.Core.Http;
using Pannier.Mail;

namespace Pannier.Modules.SignIn;

internal sealed record SignInInput(Line? Name, Secret? Password, LocalUrl? Next) : IInput<SignInInput>
{
    public static SignInInput Read(Fields fields) => new(fields.Maybe("name", Line.Read), fields.Maybe("password", Secret.Read), fields.Maybe("next", LocalUrl.Read));
}
