using Pannier.Core;
using Pannier.Core.Modules;
using Pannier.Mail.Lists;

namespace Pannier.Modules.Lists;

/// <summary>Offers a new view, filled in from the list one comes from.</summary>
internal sealed class ShowNewView(ViewForm form, SavedViews views) : IHandler<NewViewInput, ViewPage>
{
    public async Task<Outcome<ViewPage>> HandleAsync(NewViewInput input, CancellationToken cancellation)
    {
        var typed = input.List switch
        {
            null => new ViewFields("", "", []),
            { Scope: Scope.One one } list => new ViewFields("", list.Search ?? "", [one]),
            { Scope: Scope.Named named } list when await views.FindAsync(named.View, cancellation) is { } view => new ViewFields("", $"{view.Search} {list.Search}".Trim(), [.. view.Mailboxes]),
            { Scope: Scope.Combined combined } list => new ViewFields("", $"{Asks(combined.View)} {list.Search}".Trim(), []),
            var list => new ViewFields("", list.Search ?? "", []),
        };
        return await form.NewAsync(typed, null, cancellation);
    }

    private static string Asks(CombinedView view) => view switch
    {
        CombinedView.Unread => "is:unread",
        CombinedView.Flagged => "is:flagged",
        CombinedView.Everything => "",
        _ => "in:" + view.ToString().ToLowerInvariant(),
    };
}
