using Pannier.Core;
using Pannier.Mail.Lists;

namespace Pannier.Modules.Lists;

/// <summary>A mailbox to choose.</summary>
public sealed record ViewChoice(Scope.One Scope, Said Name, int Depth);
