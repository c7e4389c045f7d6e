using Pannier.Core;
using Pannier.Mail;
using Pannier.Mail.Calendar;

namespace Pannier.Modules.Invitations;

/// <summary>An invitation as it is shown; every text is finished and untrusted.</summary>
/// <param name="Event">Null for nothing to show.</param>
/// <param name="Unreadable">Whether there is a calendar part that cannot be read.</param>
/// <param name="When">In the reader's zone where the moment is known.</param>
/// <param name="Repeats">Null for once.</param>
/// <param name="Answer">What the person said before; null for nothing.</param>
/// <param name="Conflicts">What they said yes to at the same time.</param>
/// <param name="CanAnswer">Whether an answer is asked for and there is somebody to give it to.</param>
/// <param name="IsInvited">Whether one of the person's addresses is among those invited.</param>
public sealed record InvitationCard(
    MessageKey Key,
    Invitation? Event,
    bool Unreadable,
    string Summary,
    Said? When,
    string? Place,
    string? Organizer,
    IReadOnlyList<Attendee> Attendees,
    Said? Repeats,
    Participation? Answer,
    IReadOnlyList<string> Conflicts,
    bool CanAnswer,
    bool IsInvited)
{
    public static InvitationCard Nothing(MessageKey key, bool unreadable) => new(key, null, unreadable, "", null, null, null, [], null, null, [], CanAnswer: false, IsInvited: false);

    public LocalUrl AnswerUrl => LocalUrl.Of($"/message/{Key}/invitation");

    /// <summary>The one line that says what this is.</summary>
    public string StateKey => Event switch
    {
        { Method: InvitationMethod.Reply } => "invitations.state.reply",
        { IsCancelled: true } => "invitations.state.cancelled",
        { Method: InvitationMethod.Publish } => "invitations.state.publish",
        { Sequence: > 0 } => "invitations.state.update",
        _ => "invitations.state.request",
    };
}
