using Pannier.Core.Http;
using Pannier.Mail;

namespace Pannier.Modules.Factors;

/// <param name="Alone">Whether the passkey is to sign in alone; takes the password, or another that does.</param>
/// <param name="OpenerTicket">Of the passkey that was shown in the password's place; null when none was.</param>
internal sealed record AskForPasskeyInput(Tick Alone, Secret? Current, Line? OpenerTicket) : IInput<AskForPasskeyInput>
{
    public static AskForPasskeyInput Read(Fields fields) => new(fields.Ticked("alone"), fields.Maybe("current", Secret.Read), fields.Maybe("opener-ticket", Line.Read));
}
