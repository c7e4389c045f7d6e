using Pannier.Core.Accounts;
using Pannier.Core.Http;
using Pannier.Mail;

namespace Pannier.Modules.Accounts;

/// <param name="Confirmed">The host names the person confirmed, as <see cref="HostsToConfirm.Value"/>.</param>
/// <param name="SmtpPassword">Null when both servers take the same.</param>
internal sealed record AddInput(
    Line? Address,
    FoundBy By,
    SignInWay Way,
    ServerInput Imap,
    ServerInput Smtp,
    Line? Label,
    Line? PersonName,
    AccountColour Colour,
    Line? Confirmed,
    Secret? Password,
    Secret? SmtpPassword) : IInput<AddInput>
{
    public static AddInput Read(Fields fields) => new(
        fields.Maybe("address", Line.Read),
        fields.One("found", Choice.Read<FoundBy>),
        fields.One("way", Choice.Read<SignInWay>),
        ServerInput.Read(fields, "imap"),
        ServerInput.Read(fields, "smtp"),
        fields.Maybe("label", Line.Read),
        fields.Maybe("person", Line.Read),
        fields.One("colour", Choice.Read<AccountColour>),
        fields.Maybe("confirmed", Line.Read),
        fields.Maybe("password", Secret.Read),
        fields.Maybe("smtp-password", Secret.Read));
}
