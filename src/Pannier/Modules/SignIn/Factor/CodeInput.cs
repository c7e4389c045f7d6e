using Pannier.Core;
using Pannier.Core.Http;
using Pannier.Mail;

namespace Pannier.Modules.SignIn.Factor;

/// <param name="Code">Of the app, or a recovery code.</param>
internal sealed record CodeInput(Secret? Code, LocalUrl? Next) : IInput<CodeInput>
{
    public static CodeInput Read(Fields fields) => new(fields.Maybe("code", Secret.Read), fields.Maybe("next", LocalUrl.Read));
}
