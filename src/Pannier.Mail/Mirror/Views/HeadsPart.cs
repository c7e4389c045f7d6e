namespace Pannier.Mail.Mirror.Views;

/// <summary>One mailbox of a list, and its rows there.</summary>
internal sealed record HeadsPart(MailboxImage Image, Rows Rows);
