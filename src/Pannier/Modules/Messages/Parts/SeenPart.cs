using Pannier.Core;

namespace Pannier.Modules.Messages.Parts;

/// <summary>What came of looking at a part.</summary>
/// <param name="Note">What of it is not shown; null when all is.</param>
internal sealed record SeenPart(PartShown Shown, Said? Note)
{
    /// <summary>Some entry of the archive needs a password.</summary>
    public bool IsUnderPassword { get; init; }
}
