using Pannier.Core;

namespace Pannier.Modules.Lists;

/// <summary>An account that did not answer, and why: the list is incomplete without it.</summary>
public sealed record SilentAccount(string Name, Said Why);
