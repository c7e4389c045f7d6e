using Pannier.Core;

namespace Pannier.Modules.Help;

/// <summary>Shortcuts of one kind.</summary>
public sealed record ShortcutGroup(Said Name, IReadOnlyList<Shortcut> Shortcuts);
