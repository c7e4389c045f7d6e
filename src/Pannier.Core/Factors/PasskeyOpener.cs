using Pannier.Core.Http;
using Pannier.Mail;

namespace Pannier.Core.Factors;

/// <summary>A passkey that opens the data, shown in place of the password.</summary>
/// <param name="Ticket">That came with its question (<see cref="PasskeyDoor"/>).</param>
/// <param name="Credential">What the browser says of it.</param>
/// <param name="Key">That it gave; whoever read it disposes it.</param>
public sealed record PasskeyOpener(Line Ticket, PasskeyAnswer Credential, Secret Key)
{
    /// <summary>Null unless all of it came.</summary>
    public static PasskeyOpener? Of(Line? ticket, PasskeyAnswer? credential, Secret? key) =>
        ticket is null || credential is null || key is null ? null : new PasskeyOpener(ticket, credential, key);
}
