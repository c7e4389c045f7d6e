using Pannier.Core;

namespace Pannier.Modules.Subscriptions;

/// <summary>The list's server took the request.</summary>
public sealed record ListLeft(LocalUrl Next, Said? Notice) : INext;
