namespace Pannier.Mail.Discovery;

/// <summary>A provider many people have.</summary>
/// <param name="Imap">Null where each customer has a host of their own: the one that takes the domain's mail in.</param>
/// <param name="Domains">Of the provider's own addresses.</param>
/// <param name="Exchangers">Ends of the names of hosts that take mail in for domains hosted there.</param>
internal sealed record MailProvider(
    string Name, ServerAddress? Imap, ServerAddress? Smtp, ProviderSignIn SignIn, IReadOnlyList<string> Domains, IReadOnlyList<string> Exchangers);
