namespace Pannier.Mail;

/// <summary>One header field as it stands, unfolded and not decoded.</summary>
public sealed record HeaderField(string Name, string Value);
