using Pannier.Core;

namespace Pannier.Modules.Lists;

/// <summary>Where the search of one account stands.</summary>
/// <param name="Also">What else is to be said; null for nothing.</param>
public sealed record ServerSearchLine(string Account, Said State, Said? Also);
