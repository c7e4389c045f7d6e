namespace Pannier.Core.Factors;

/// <summary>What the page's script hands to the browser, so that it asks the authenticator.</summary>
/// <param name="Options">Creation or request options as JSON (WebAuthn level 3).</param>
/// <param name="Ticket">Goes back with the answer of a visitor, who has no session to keep the question in; null in a session.</param>
public sealed record PasskeyQuestion(string Options, string? Ticket);
