using Pannier.Core;

namespace Pannier.Modules.Accounts.Provider;

/// <summary>One registration.</summary>
/// <param name="Found">What is wrong or right with it, as far as was asked.</param>
public sealed record ProviderLine(string Name, string Label, string ClientId, string Scopes, string Hosts, IReadOnlyList<Said> Found);
