using Pannier.Mail.Calendar;

namespace Pannier.Modules.Invitations;

/// <summary>Somebody who is invited, as shown.</summary>
public sealed record Attendee(string Who, Participation Said);
