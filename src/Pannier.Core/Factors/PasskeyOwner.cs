using Microsoft.AspNetCore.Identity;

namespace Pannier.Core.Factors;

/// <summary>Whose passkeys are looked at, and which these are, as the library that checks answers takes them.</summary>
/// <param name="Id">The person's id, which authenticators keep as the user handle.</param>
internal sealed record PasskeyOwner(string Id, string Name, IReadOnlyList<UserPasskeyInfo> Keys);
