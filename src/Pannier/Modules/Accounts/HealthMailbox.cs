using Pannier.Core;

namespace Pannier.Modules.Accounts;

/// <summary>How far a mailbox is read in.</summary>
public sealed record HealthMailbox(Said Name, Said State);
