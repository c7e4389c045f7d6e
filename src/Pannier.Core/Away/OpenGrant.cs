using Pannier.Core.Users;

namespace Pannier.Core.Away;

/// <summary>A background grant that holds now, opened.</summary>
/// <param name="Content">What the one job needs, and nothing else; whoever asked wipes it.</param>
internal sealed record OpenGrant(string Id, UserId User, GrantKind Kind, byte[] Content);
