using Pannier.Core.Http;
using Pannier.Mail.Lists;

namespace Pannier.Modules.Lists;

/// <summary>Which list, from where, and what is searched for in it.</summary>
internal sealed record ListInput(Scope Scope, Cursor? After, Line? Search) : IInput<ListInput>
{
    public static ListInput Read(Fields fields) => new(
        fields.One("scope", Scope.Read),
        fields.Maybe("after", Cursor.Read),
        fields.Maybe("q", SearchText.Read));
}
