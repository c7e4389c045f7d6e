using Pannier.Core;
using Pannier.Core.Users;

namespace Pannier.Modules.Members;

/// <summary>A link that nobody has used yet.</summary>
/// <param name="Name">Whose password it sets; null for one that registers somebody new.</param>
public sealed record LinkLine(string? Name, Role Role, DateTimeOffset Until, LocalUrl WithdrawUrl);
