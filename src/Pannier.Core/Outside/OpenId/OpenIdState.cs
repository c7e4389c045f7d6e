using Pannier.Core.Sessions;

namespace Pannier.Core.Outside.OpenId;

/// <summary>What was asked of the provider, on its way there and back with the browser.</summary>
/// <param name="AskedAt">When.</param>
/// <param name="Visitor">Whose browser it was.</param>
/// <param name="Verifier">Proves to the token endpoint that we asked (PKCE).</param>
/// <param name="Nonce">Must stand in the id token.</param>
/// <param name="Wishes">What they wished at the door for this browser.</param>
/// <param name="Next">Where they wanted to go; null for their start page.</param>
internal sealed record OpenIdState(OpenIdPurpose Purpose, DateTimeOffset AskedAt, byte[] Visitor, string Verifier, string Nonce, Wishes Wishes, LocalUrl? Next);
