using Pannier.Core;
using Pannier.Core.Settings;

namespace Pannier.Modules.Help;

/// <summary>The page of the question mark.</summary>
/// <param name="State">Whether the person has single keys on.</param>
public sealed record KeysPage(IReadOnlyList<ShortcutGroup> Groups, SingleKeys State) : ITitled
{
    public Said Title => Said.Of("help.title");
}
