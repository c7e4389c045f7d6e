using Pannier.Core;
using Pannier.Mail.Lists;

namespace Pannier.Modules.Lists;

/// <summary>A view of the person's own making, as the sidebar shows it.</summary>
/// <param name="Icon">Of the sprite.</param>
/// <param name="Unread">Unread messages in it that are known here.</param>
public sealed record OwnView(Scope.Named Scope, Said Name, string Icon, int Unread);
