namespace Pannier.Mail.Discovery;

/// <summary>Settings found for an address, for the person to confirm: no password was used to find them, none goes anywhere before.</summary>
/// <param name="Imap">Null when none was found; never clear text, unless the site's own preset says so. So for <paramref name="Smtp"/>.</param>
/// <param name="UserName">The likely one.</param>
/// <param name="Source">Of the IMAP server, else of the SMTP server.</param>
public sealed record FoundSettings(ServerAddress? Imap, ServerAddress? Smtp, string UserName, FoundSource Source, IReadOnlyList<FoundNote> Notes);
