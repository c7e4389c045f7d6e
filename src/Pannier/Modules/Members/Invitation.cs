using Pannier.Core;

namespace Pannier.Modules.Members;

/// <summary>A link by which one person registers, shown this once.</summary>
/// <param name="Link">Whole, to be copied.</param>
public sealed record Invitation(string Link, DateTimeOffset ExpiresAt) : ITitled
{
    public Said Title => Said.Of("people.invited");
}
