using Pannier.Mail.Calendar;

namespace Pannier.Modules.Invitations;

/// <summary>A message has a calendar part.</summary>
/// <param name="Invitation">Null when it cannot be read as an event.</param>
internal sealed record FoundInvitation(Invitation? Invitation);
