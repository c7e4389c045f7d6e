using Pannier.Core;
using Pannier.Core.Accounts;
using Pannier.Mail;
using Pannier.Mail.Lists;
using Pannier.Mail.Search;
using Pannier.Mail.Text;

namespace Pannier.Modules.Lists;

/// <summary>The person's own views, for navigation.</summary>
public sealed class OwnViews(IMyMail mail, SavedViews views, ListQueries queries)
{
    public async Task<IReadOnlyList<OwnView>> AllAsync(CancellationToken cancellation)
    {
        var all = new List<OwnView>();
        foreach (var view in await views.AllAsync(cancellation))
        {
            var query = await queries.OfAsync(view, cancellation);
            var unread = await mail.CountAsync(query with { Match = query.Match.And(new SearchNode.Marked(Keywords.None, Keywords.Seen)) }, cancellation);
            all.Add(new OwnView(new Scope.Named(view.Id), Said.Of("mailbox.name", "name", UntrustedText.Show(view.Name)), view.Search.Length > 0 ? "search" : "everything", unread));
        }

        return all;
    }
}
