using Pannier.Core.Http;
using Pannier.Mail;

namespace Pannier.Modules.Factors;

/// <param name="Alone">Whether the passkey is to sign in alone; takes the password.</param>
internal sealed record AskForPasskeyInput(Tick Alone, Secret? Current) : IInput<AskForPasskeyInput>
{
    public static AskForPasskeyInput Read(Fields fields) => new(fields.Ticked("alone"), fields.Maybe("current", Secret.Read));
}
