using Pannier.Core.Factors;
using Pannier.Core.Http;
using Pannier.Mail;

namespace Pannier.Modules.Settings;

/// <summary>What opens the root key: the present password, or a passkey that gives a key.</summary>
/// <param name="Ticket">That came with the passkey's question.</param>
/// <param name="Credential">What the browser says of the passkey; null without one.</param>
/// <param name="Key">That the passkey gave.</param>
internal sealed record RecoveryInput(Secret? Current, Line? Ticket = null, PasskeyAnswer? Credential = null, Secret? Key = null) : IInput<RecoveryInput>
{
    /// <summary>Null where the password is given.</summary>
    public PasskeyOpener? Opener => PasskeyOpener.Of(Ticket, Credential, Key);

    public static RecoveryInput Read(Fields fields) => new(fields.Maybe("current", Secret.Read), fields.Maybe("ticket", Line.Read), fields.Maybe("credential", PasskeyAnswer.Read), fields.Maybe("key", Secret.Read));
}
