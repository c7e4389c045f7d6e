using Pannier.Mail.Lists;

namespace Pannier.Modules.Lists;

/// <summary>Above the rows of a list: where modules put what can be done with the list as a whole.</summary>
/// <param name="Search">What was searched for; null for a plain list.</param>
public sealed record ListTools(Scope Scope, string? Search);
