using Pannier.Core;

namespace Pannier.Modules.Compose.Outbox;

/// <summary>One message of the outbox.</summary>
/// <param name="To">The first recipients.</param>
/// <param name="State">In plain words.</param>
/// <param name="Tone">The badge's class.</param>
/// <param name="Why">Null when all goes well.</param>
/// <param name="Refused">Recipients the server would not take, with its words.</param>
/// <param name="NextTry">When it is tried again by itself; null when it is not.</param>
/// <param name="Acts">What can be done, in order.</param>
public sealed record OutboxLine(
    DraftId Id, string? Subject, string From, string To, Said State, string Tone, Said? Why, IReadOnlyList<string> Refused, DateTimeOffset? NextTry, IReadOnlyList<OutboxAct> Acts, bool IsSent)
{
    /// <summary>The text of a button, which depends on what was done already.</summary>
    public string LabelOf(OutboxAct act) => IsSent && act == OutboxAct.Retry ? "outbox.act.file" : "outbox.act." + Core.Http.Choice.Name(act);
}
