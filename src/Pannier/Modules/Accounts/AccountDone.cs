using Pannier.Core;

namespace Pannier.Modules.Accounts;

/// <summary>An account was moved, hidden or shown.</summary>
public sealed record AccountDone(LocalUrl Next, Said? Notice) : INext;
