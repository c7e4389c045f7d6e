using Pannier.Core;

namespace Pannier.Modules.Sessions;

/// <summary>One session as listed.</summary>
/// <param name="Id">What it is ended by.</param>
/// <param name="Device">Browser and system, as far as known.</param>
/// <param name="Network">Empty when unknown.</param>
public sealed record SessionLine(string Id, Said Device, string Network, DateTimeOffset Since, DateTimeOffset Used, bool IsThis);
