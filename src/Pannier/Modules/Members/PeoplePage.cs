using Pannier.Core;

namespace Pannier.Modules.Members;

/// <summary>Everybody who may sign in.</summary>
public sealed record PeoplePage(IReadOnlyList<PersonLine> People) : ITitled
{
    public Said Title => Said.Of("people.title");
}
