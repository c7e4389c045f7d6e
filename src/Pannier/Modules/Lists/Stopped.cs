using Pannier.Core;

namespace Pannier.Modules.Lists;

/// <summary>The search is ended; the list says how far it came.</summary>
public sealed record Stopped(LocalUrl Next, Said? Notice) : INext;
