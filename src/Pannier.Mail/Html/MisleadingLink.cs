namespace Pannier.Mail.Html;

/// <summary>A link that shows one host and leads to another.</summary>
/// <param name="Shown">The host its text names, in ASCII.</param>
/// <param name="Host">Where it leads.</param>
public sealed record MisleadingLink(string Shown, string Host);
