namespace Pannier.Mail.Html;

/// <summary>An attribute as it stands in the markup, before encoding.</summary>
internal readonly record struct WrittenAttribute(string Name, string Value);
