namespace Pannier.Mail.OAuth;

/// <summary>One question to a provider, by way of the person's browser.</summary>
/// <param name="Url">Where the browser goes.</param>
/// <param name="State">Comes back with the answer, once.</param>
/// <param name="Verifier">Proves to the token endpoint that we asked (PKCE, RFC 7636).</param>
/// <param name="Nonce">Must stand in the id token; null when none is asked for.</param>
public sealed record AuthorizationRequest(Uri Url, string State, Secret Verifier, string? Nonce);
