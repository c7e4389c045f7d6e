using Pannier.Core;

namespace Pannier.Modules.Help;

/// <summary>A key and what it does.</summary>
/// <param name="Keys">As in <c>data-keys</c>: what the key types, a blank between keys of a sequence, <c>Mod+</c> for Ctrl or Command.</param>
public sealed record Shortcut(Said Act, string Keys)
{
    /// <summary>The keys to press one after the other, each as the keys held together.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Strokes => [.. Keys.Split(' ').Select(stroke => (IReadOnlyList<string>)[.. stroke.Split('+', StringSplitOptions.RemoveEmptyEntries).Select(key => key == "Mod" ? "Ctrl" : key)])];
}
