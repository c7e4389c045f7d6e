using Pannier.Mail;
using Pannier.Modules.Mailboxes;

namespace Pannier.Tests.Modules.Mailboxes;

public class MailboxTreeTests
{
    [Fact]
    public void Roles_come_first_and_children_under_their_parents()
    {
        var order = MailboxTree.Order([Box("Trash", MailboxRole.Trash), Box("Work/Clients"), Box("INBOX", MailboxRole.Inbox), Box("Alpha"), Box("Work"), Box("Sent", MailboxRole.Sent)]);

        Assert.Equal(["0 INBOX", "0 Sent", "0 Alpha", "0 Work", "1 Work/Clients", "0 Trash"], order.Select(node => $"{node.Depth} {node.Mailbox.Name}"));
    }

    [Fact]
    public void A_child_whose_parent_is_not_listed_stands_under_the_next_one_above() =>
        Assert.Equal(["0 A", "1 A/B/C"], MailboxTree.Order([Box("A/B/C"), Box("A")]).Select(node => $"{node.Depth} {node.Mailbox.Name}"));

    [Fact]
    public void None_is_lost() =>
        Assert.Equal(4, MailboxTree.Order([Box("a"), Box("a/b"), Box("x/y"), Box("z/")]).Count());

    private static Mailbox Box(string name, MailboxRole role = MailboxRole.None) =>
        new(new(1), MailboxId.New(), new MailboxName(name, '/'), role, Selectable: true, Subscribed: true, null);
}
