using Pannier.Core;

namespace Pannier.Modules.Sessions;

/// <summary>A browser that the person has called their own, as listed.</summary>
/// <param name="Id">What it is forgotten by.</param>
/// <param name="Device">Browser and system, as far as known.</param>
/// <param name="Network">Empty when unknown.</param>
public sealed record DeviceLine(string Id, Said Device, string Network, DateTimeOffset Since, DateTimeOffset Used, bool IsThis);
