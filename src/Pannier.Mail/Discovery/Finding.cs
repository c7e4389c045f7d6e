namespace Pannier.Mail.Discovery;

/// <summary>What one source said.</summary>
/// <param name="UserName">Null when it did not say.</param>
internal sealed record Finding(FoundSource Source, ServerAddress? Imap, ServerAddress? Smtp, string? UserName);
