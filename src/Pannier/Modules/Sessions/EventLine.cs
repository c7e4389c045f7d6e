using Pannier.Core;

namespace Pannier.Modules.Sessions;

/// <summary>One event as listed.</summary>
/// <param name="Failed">Whether somebody was refused.</param>
/// <param name="About">What it was done to; empty where the kind says all.</param>
public sealed record EventLine(Said What, bool Failed, string About, Said Device, string Network, DateTimeOffset At);
