using Pannier.Core;

namespace Pannier.Modules.Sessions;

/// <summary>Something that goes on while the person is away, as listed.</summary>
/// <param name="Id">What it is ended by.</param>
/// <param name="Until">When it ends unless they are here again.</param>
public sealed record GrantLine(string Id, Said What, DateTimeOffset Since, DateTimeOffset Until, bool IsThis);
