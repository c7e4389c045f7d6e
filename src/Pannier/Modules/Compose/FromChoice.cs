using Pannier.Core.Accounts;

namespace Pannier.Modules.Compose;

/// <summary>An identity to choose.</summary>
/// <param name="Signature">As it stands at the end of a text; empty for none.</param>
public sealed record FromChoice(IdentityId Id, string Shown, string Signature, bool IsChosen);
