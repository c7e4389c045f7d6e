using Pannier.Core;

namespace Pannier.Modules.Lists;

/// <summary>Ways to see a list otherwise.</summary>
/// <param name="KeepUrl">Keeps it as a view of one's own; null where it is one already.</param>
/// <param name="EditUrl">Changes the view it is; null where it is none of one's own.</param>
/// <param name="ByDate">Whether it can be entered at a day.</param>
public sealed record ListMenu(IReadOnlyList<MenuChoice> Filters, IReadOnlyList<MenuChoice> Orders, LocalUrl? KeepUrl, LocalUrl? EditUrl, Jump ByDate)
{
    public static ListMenu Empty { get; } = new([], [], null, null, Jump.No);
}
