using Pannier.Core;
using Pannier.Core.Users;

namespace Pannier.Modules.Members;

/// <param name="RemoveUrl">Null for oneself.</param>
public sealed record PersonLine(string Name, Role Role, DateTimeOffset Since, LocalUrl? RemoveUrl);
