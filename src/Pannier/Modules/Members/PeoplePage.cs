using Pannier.Core;

namespace Pannier.Modules.Members;

/// <summary>Everybody who may sign in.</summary>
public sealed record PeoplePage(IReadOnlyList<PersonLine> People) : ITitled
{
    /// <summary>The host that checks passwords, where people are let in by name; null where they register by a link.</summary>
    public string? CheckedBy { get; init; }

    /// <summary>Links that nobody has used yet.</summary>
    public IReadOnlyList<LinkLine> Open { get; init; } = [];

    public Said Title => Said.Of("people.title");
}
