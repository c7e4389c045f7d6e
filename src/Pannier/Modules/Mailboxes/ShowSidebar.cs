using Pannier.Core;
using Pannier.Core.Accounts;
using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Core.Views;
using Pannier.Mail;
using Pannier.Mail.Lists;
using Pannier.Modules.Lists;

namespace Pannier.Modules.Mailboxes;

/// <summary>Lays out the sidebar from what is known, refreshed within a short time; an account that is slow shows what it last said.</summary>
internal sealed class ShowSidebar(IMyMail mail, MailboxCounts counts, OwnViews views) : IHandler<SidebarSlot, Sidebar>
{
    public async Task<Outcome<Sidebar>> HandleAsync(SidebarSlot input, CancellationToken cancellation)
    {
        var accounts = await mail.AccountsAsync(cancellation);
        var known = await Task.WhenAll(accounts.Select(account => counts.ReadAsync(account.Id, cancellation)));
        var shown = accounts.Zip(known).ToList();
        var combined = shown.Where(pair => pair.First.Combined == InCombinedViews.Shown).SelectMany(pair => pair.Second.Mailboxes).ToList();
        return new Sidebar(
            [.. Enum.GetValues<CombinedView>().Select(view => View(view, combined, input.Path))],
            [.. (await views.AllAsync(cancellation)).Select(view => Own(view, input.Path))],
            [.. shown.Select(pair => Account(pair.First, pair.Second, input.Path))]);
    }

    private static SidebarLink View(CombinedView view, IReadOnlyList<Mailbox> mailboxes, string path)
    {
        var url = ListUrl.Of(new Scope.Combined(view));
        return new SidebarLink(Said.Of("view." + Choice.Name(view)), url, Icon(view), Unread(view, mailboxes), 0, path == url.Value || (path == "/" && view == CombinedView.Inbox), Keys(view));
    }

    private static SidebarLink Own(OwnView view, string path)
    {
        var url = ListUrl.Of(view.Scope);
        return new SidebarLink(view.Name, url, view.Icon, view.Unread == 0 ? null : view.Unread, 0, path == url.Value);
    }

    private static string Keys(CombinedView view) => view switch
    {
        CombinedView.Inbox => "g i",
        CombinedView.Unread => "g u",
        CombinedView.Flagged => "g f",
        CombinedView.Everything => "g e",
        CombinedView.Sent => "g s",
        CombinedView.Drafts => "g d",
        CombinedView.Archive => "g a",
        CombinedView.Junk => "g j",
        _ => "g t",
    };

    private static int? Unread(CombinedView view, IReadOnlyList<Mailbox> mailboxes)
    {
        var counted = view switch
        {
            CombinedView.Inbox => mailboxes.Where(mailbox => mailbox.Role == MailboxRole.Inbox),
            CombinedView.Unread => EachOnce.Of(mailboxes),
            _ => [],
        };
        var sum = counted.Sum(mailbox => mailbox.State?.Unseen ?? 0);
        return sum == 0 ? null : sum;
    }

    private static SidebarAccount Account(MyAccount account, KnownCounts known, string path) => new(
        account.Name,
        AccountMark.Of(account.Colour),
        LocalUrl.Of($"/accounts/{account.Id}/mailboxes"),
        [.. MailboxTree.Order(known.Mailboxes).Select(node => Link(node, path))],
        known.Trouble is { } fault ? FaultTexts.Say(fault) : null);

    private static SidebarLink Link(MailboxNode node, string path)
    {
        var url = ListUrl.Of(new Scope.One(node.Mailbox.Account, node.Mailbox.Id));
        var unread = node.Mailbox.Role is MailboxRole.Drafts or MailboxRole.Sent or MailboxRole.Trash or MailboxRole.Junk ? null : node.Mailbox.State?.Unseen;
        return new SidebarLink(MailboxLabel.Of(node.Mailbox), node.Mailbox.Selectable ? url : null, Icon(node.Mailbox.Role), unread is > 0 ? unread : null, node.Depth, path == url.Value);
    }

    private static string Icon(CombinedView view) => view switch
    {
        CombinedView.Inbox => "inbox",
        CombinedView.Unread => "unread",
        CombinedView.Flagged => "flag",
        CombinedView.Everything => "everything",
        CombinedView.Sent => "send",
        CombinedView.Drafts => "draft",
        CombinedView.Archive => "archive",
        CombinedView.Junk => "junk",
        _ => "trash",
    };

    /// <summary>The icon that stands for a mailbox's role.</summary>
    public static string Icon(MailboxRole role) => role switch
    {
        MailboxRole.Inbox => "inbox",
        MailboxRole.Sent => "send",
        MailboxRole.Drafts => "draft",
        MailboxRole.Archive or MailboxRole.All => "archive",
        MailboxRole.Junk => "junk",
        MailboxRole.Trash => "trash",
        MailboxRole.Flagged => "flag",
        _ => "folder",
    };
}
