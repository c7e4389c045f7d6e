using Pannier.Core;

namespace Pannier.Modules.Compose;

/// <summary>How a message begins, before anything is saved.</summary>
/// <param name="Files">What the original brings along.</param>
/// <param name="Elsewhere">An identity of another account that the original names; empty when none.</param>
/// <param name="Notes">What the person should know of it.</param>
internal sealed record Start(KeptDraft Draft, IReadOnlyList<StartFile> Files, string Elsewhere, IReadOnlyList<Said> Notes);
