using Pannier.Core;

namespace Pannier.Modules.Lists;

/// <summary>One way, and whether it is chosen; its address leads there, or back when it is.</summary>
public sealed record MenuChoice(Said Name, LocalUrl Url, Chosen Chosen);
