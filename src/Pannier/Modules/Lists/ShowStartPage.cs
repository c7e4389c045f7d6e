using Pannier.Core;
using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Core.Settings;
using Pannier.Mail.Lists;

namespace Pannier.Modules.Lists;

/// <summary>Shows the list the person starts with.</summary>
internal sealed class ShowStartPage(ShowList lists, MySettings settings) : IHandler<Nothing, ListPage>
{
    public async Task<Outcome<ListPage>> HandleAsync(Nothing input, CancellationToken cancellation)
    {
        await settings.LoadAsync(cancellation);
        var view = settings.Get(ListsModule.Start) switch
        {
            StartPage.Unread => CombinedView.Unread,
            StartPage.Flagged => CombinedView.Flagged,
            StartPage.Everything => CombinedView.Everything,
            _ => CombinedView.Inbox,
        };
        return await lists.HandleAsync(ListInput.Plain(new Scope.Combined(view)), cancellation);
    }
}
