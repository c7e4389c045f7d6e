using Pannier.Core;
using Pannier.Core.Http;

namespace Pannier.Modules.SignIn.Enter;

/// <param name="Next">Where the person wanted to go; null for their start page.</param>
internal sealed record SignInPageInput(LocalUrl? Next) : IInput<SignInPageInput>
{
    public static SignInPageInput Read(Fields fields) => new(fields.Maybe("next", LocalUrl.Read));
}
