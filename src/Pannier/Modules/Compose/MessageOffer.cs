using Pannier.Mail;

namespace Pannier.Modules.Compose;

/// <summary>What can be written to a message.</summary>
/// <param name="IsDraft">In a Drafts mailbox: it is gone on with, not answered.</param>
public sealed record MessageOffer(MessageKey Key, bool IsDraft);
