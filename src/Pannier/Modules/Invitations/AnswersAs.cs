using Pannier.Mail;

namespace Pannier.Modules.Invitations;

/// <summary>As whom an invitation is answered.</summary>
/// <param name="IsInvited">Whether that address is among those invited.</param>
internal sealed record AnswersAs(EmailAddress Who, bool IsInvited);
