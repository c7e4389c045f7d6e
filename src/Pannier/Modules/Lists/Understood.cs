using Pannier.Mail.Lists;
using Pannier.Mail.Search;

namespace Pannier.Modules.Lists;

/// <summary>A list as it was understood.</summary>
/// <param name="Typed">How the search in its address was read.</param>
/// <param name="View">The view of the person's own making it is; null when it is none.</param>
public sealed record Understood(Query Query, SearchReading Typed, SavedView? View);
