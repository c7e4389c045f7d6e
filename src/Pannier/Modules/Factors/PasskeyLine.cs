using Pannier.Core;

namespace Pannier.Modules.Factors;

/// <summary>A passkey in the list, as shown.</summary>
/// <param name="Host">Where it works, when that is not here; null when it is.</param>
/// <param name="Used">Null when never.</param>
/// <param name="Kind">What it is good for.</param>
public sealed record PasskeyLine(string Id, string Name, string? Host, string Added, string? Used, Said Kind);
