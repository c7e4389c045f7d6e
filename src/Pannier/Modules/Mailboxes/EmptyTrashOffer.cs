using Pannier.Mail.Lists;

namespace Pannier.Modules.Mailboxes;

/// <summary>The button above a Trash or Junk list.</summary>
public sealed record EmptyTrashOffer(Scope List);
