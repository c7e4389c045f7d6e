namespace Pannier.Mail.Calendar;

/// <summary>An event that a message asks about or tells of (iTIP, RFC 5546; iMIP, RFC 6047). Every text is the sender's: untrusted, bounded.</summary>
/// <param name="Uid">Names the event for ever.</param>
/// <param name="Organizer">Who is answered; null where nobody is named.</param>
/// <param name="End">Null where it is not said.</param>
/// <param name="Attendees">At most <see cref="MostAttendees"/>.</param>
/// <param name="MoreAttendees">How many more there are.</param>
public sealed record Invitation(
    InvitationMethod Method,
    string Uid,
    int Sequence,
    string Summary,
    string? Location,
    EmailAddress? Organizer,
    EventTime Start,
    EventTime? End,
    IReadOnlyList<Attendance> Attendees,
    int MoreAttendees,
    Repetition? Repetition)
{
    public const int MostAttendees = 200;

    /// <summary>Whether the organiser's own mark says that it will not take place.</summary>
    public bool IsCancelled { get; init; }

    /// <summary>How many events more the message holds than this one.</summary>
    public int MoreEvents { get; init; }

    /// <summary>Which one of a series is meant (RECURRENCE-ID); null for all.</summary>
    public EventTime? Occurrence { get; init; }
}
