namespace Pannier.Core.Views;

/// <summary>The anti-forgery token of this page, masked anew for each.</summary>
public sealed record CsrfToken(string Value);
