using Pannier.Core.Http;
using Pannier.Mail.Lists;

namespace Pannier.Modules.Lists;

/// <summary>The list a new view begins as; none for an empty one.</summary>
internal sealed record NewViewInput(ListSpec? List) : IInput<NewViewInput>
{
    public static NewViewInput Read(Fields fields)
    {
        var scope = fields.Maybe("in", Scope.Read);
        var list = ListSpec.Read(fields, scope ?? new Scope.Combined(CombinedView.Everything));
        return new NewViewInput(scope is null && list.Search is null ? null : list);
    }
}
