using Pannier.Core.Accounts;
using Pannier.Core.Http;
using Pannier.Mail;
using Pannier.Mail.Lists;

namespace Pannier.Modules.Accounts;

/// <param name="Confirmed">The host names the person confirmed; asked for when a login changes.</param>
/// <param name="Password">Null when it stays.</param>
/// <param name="SmtpPassword">Null when both servers take the same.</param>
internal sealed record EditInput(
    AccountId Account,
    Line? Label,
    AccountColour Colour,
    Tick Hidden,
    SentCopies SentCopies,
    ServerInput Imap,
    ServerInput Smtp,
    Line? Confirmed,
    Secret? Password,
    Secret? SmtpPassword) : IInput<EditInput>
{
    public InCombinedViews Combined => Hidden == Tick.On ? InCombinedViews.Hidden : InCombinedViews.Shown;

    public static EditInput Read(Fields fields) => new(
        fields.One("account", AccountId.Read),
        fields.Maybe("label", Line.Read),
        fields.One("colour", Choice.Read<AccountColour>),
        fields.Ticked("hidden"),
        fields.One("sent-copies", Choice.Read<SentCopies>),
        ServerInput.Read(fields, "imap"),
        ServerInput.Read(fields, "smtp"),
        fields.Maybe("confirmed", Line.Read),
        fields.Maybe("password", Secret.Read),
        fields.Maybe("smtp-password", Secret.Read));
}
