namespace Pannier.Mail.Lists;

/// <summary>Which messages a list holds. Order is INTERNALDATE, newest first, then account, mailbox and uid.</summary>
/// <param name="Search">What the servers are asked; <see cref="SearchTerms.All"/> for a plain list.</param>
public sealed record Query(Scope Scope, SearchTerms Search);
