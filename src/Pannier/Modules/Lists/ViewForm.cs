using Pannier.Core;
using Pannier.Core.Accounts;
using Pannier.Mail;
using Pannier.Mail.Lists;

namespace Pannier.Modules.Lists;

/// <summary>Lays out the form of a view, and judges what was typed into it.</summary>
internal sealed class ViewForm(IMyMail mail, SavedViews views)
{
    public async Task<ViewPage.Form> NewAsync(ViewFields typed, Said? wrong, CancellationToken cancellation) =>
        new(LocalUrl.Of("/views/new"), null, Said.Of("views.new"), typed, await ChoicesAsync(cancellation), wrong);

    public async Task<ViewPage.Form> EditAsync(SavedView view, ViewFields typed, Said? wrong, CancellationToken cancellation) =>
        new(ViewUrl.Edit(view.Id), ViewUrl.Remove(view.Id), Said.Of("views.edit", "name", view.Name), typed, await ChoicesAsync(cancellation), wrong);

    /// <summary>What must be mended; null when all is well.</summary>
    /// <param name="self">The view that is changed; null for a new one.</param>
    public async Task<Said?> JudgeAsync(ViewFields typed, ViewId? self, CancellationToken cancellation)
    {
        var all = await views.AllAsync(cancellation);
        return typed.Name.Length == 0 ? Said.Of("views.wrong.name")
            : typed.Name.Length > SavedView.LongestName ? Said.Of("views.wrong.long", "most", SavedView.LongestName)
            : all.Any(view => view.Id != self && string.Equals(view.Name, typed.Name, StringComparison.OrdinalIgnoreCase)) ? Said.Of("views.wrong.twice")
            : typed.Search.Length == 0 && typed.Mailboxes.Count == 0 ? Said.Of("views.wrong.all")
            : self is null && all.Count >= SavedView.MostViews ? Said.Of("views.wrong.many", "most", SavedView.MostViews)
            : null;
    }

    private async Task<IReadOnlyList<ViewChoices>> ChoicesAsync(CancellationToken cancellation)
    {
        var choices = new List<ViewChoices>();
        foreach (var account in await mail.AccountsAsync(cancellation))
            if (await mail.KnownMailboxesAsync(account.Id, cancellation) is { } mailboxes) choices.Add(new ViewChoices(account.Name, AccountMark.Of(account.Colour), [.. mailboxes.Where(mailbox => mailbox.Selectable).Select(Choice)]));
        return choices;
    }

    private static ViewChoice Choice(Mailbox mailbox) => new(
        new Scope.One(mailbox.Account, mailbox.Id),
        MailboxLabel.Of(mailbox),
        mailbox.Name.Delimiter is { } delimiter ? mailbox.Name.Value.Count(c => c == delimiter) : 0);
}
