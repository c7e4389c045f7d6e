using Pannier.Core.Http;
using Pannier.Mail.Lists;

namespace Pannier.Modules.Lists;

/// <summary>Which list is meant, as its address says it.</summary>
/// <param name="Search">What was typed; null for a plain list.</param>
public sealed record ListSpec(Scope Scope, string? Search, ListOrder Order)
{
    public static ListSpec Of(Scope scope) => new(scope, null, ListOrder.Default);

    /// <summary>Reads <c>q</c> and <c>sort</c> beside a scope.</summary>
    internal static ListSpec Read(Fields fields, Scope scope) => new(scope, fields.Maybe("q", SearchText.Read)?.Value, fields.Maybe("sort", ListOrder.Read) ?? ListOrder.Default);

    /// <summary>Reads the list that a page was come to from: <c>in</c> and what belongs to it; null for none.</summary>
    internal static ListSpec? From(Fields fields)
    {
        var scope = fields.Maybe("in", Scope.Read);
        var list = Read(fields, scope ?? new Scope.Combined(CombinedView.Everything));
        return scope is null ? null : list;
    }

    /// <summary>The parts of an address that tell it apart from the plain list of its scope.</summary>
    internal IEnumerable<string> Parts()
    {
        if (!string.IsNullOrEmpty(Search)) yield return "q=" + Uri.EscapeDataString(Search);
        if (Order != ListOrder.Default) yield return "sort=" + Order;
    }
}
