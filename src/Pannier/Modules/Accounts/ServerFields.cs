using Pannier.Core;
using Pannier.Mail;

namespace Pannier.Modules.Accounts;

/// <summary>The fields of one server in a form.</summary>
/// <param name="Prefix">Of the field names: <c>imap</c> or <c>smtp</c>.</param>
/// <param name="Offered">The kinds of security to choose from.</param>
/// <param name="Caution">Why to look twice at the name; null when there is no reason.</param>
/// <param name="Wrong">What to correct; null when nothing.</param>
public sealed record ServerFields(
    string Prefix,
    string Host,
    string Port,
    ConnectionSecurity Security,
    string UserName,
    IReadOnlyList<ConnectionSecurity> Offered,
    Said? Caution,
    Said? Wrong)
{
    /// <summary>A certificate to be trusted by itself; null when there is no reason to.</summary>
    public PinOffer? Trust { get; init; }
}
