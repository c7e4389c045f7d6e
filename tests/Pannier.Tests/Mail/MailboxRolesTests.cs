using Pannier.Mail;

namespace Pannier.Tests.Mail;

public sealed class MailboxRolesTests
{
    [Theory]
    [InlineData("Sent", MailboxRole.Sent)]
    [InlineData("Sent Items", MailboxRole.Sent)]
    [InlineData("SENT-MAIL", MailboxRole.Sent)]
    [InlineData("Gesendet", MailboxRole.Sent)]
    [InlineData("Gesendete Elemente", MailboxRole.Sent)]
    [InlineData("Éléments envoyés", MailboxRole.Sent)]
    [InlineData("Envoye\u0301s", MailboxRole.Sent)]
    [InlineData("Enviados", MailboxRole.Sent)]
    [InlineData("Posta inviata", MailboxRole.Sent)]
    [InlineData("Verzonden items", MailboxRole.Sent)]
    [InlineData("Skickat", MailboxRole.Sent)]
    [InlineData("Sendte elementer", MailboxRole.Sent)]
    [InlineData("Lähetetyt", MailboxRole.Sent)]
    [InlineData("Wysłane", MailboxRole.Sent)]
    [InlineData("Odeslané", MailboxRole.Sent)]
    [InlineData("Elküldött elemek", MailboxRole.Sent)]
    [InlineData("Отправленные", MailboxRole.Sent)]
    [InlineData("Надіслані", MailboxRole.Sent)]
    [InlineData("Απεσταλμένα", MailboxRole.Sent)]
    [InlineData("Gönderilmiş Öğeler", MailboxRole.Sent)]
    [InlineData("送信済み", MailboxRole.Sent)]
    [InlineData("已发送", MailboxRole.Sent)]
    [InlineData("보낸편지함", MailboxRole.Sent)]
    [InlineData("Entwürfe", MailboxRole.Drafts)]
    [InlineData("下書き", MailboxRole.Drafts)]
    [InlineData("Чернетки", MailboxRole.Drafts)]
    [InlineData("Papierkorb", MailboxRole.Trash)]
    [InlineData("ごみ箱", MailboxRole.Trash)]
    [InlineData("Çöp Kutusu", MailboxRole.Trash)]
    [InlineData("Удалённые", MailboxRole.Trash)]
    [InlineData("Uønsket e-post", MailboxRole.None)]
    [InlineData("Uønsket post", MailboxRole.Junk)]
    [InlineData("Skräppost", MailboxRole.Junk)]
    [InlineData("Courrier indésirable", MailboxRole.Junk)]
    [InlineData("Архив", MailboxRole.Archive)]
    [InlineData("アーカイブ", MailboxRole.Archive)]
    [InlineData("inbox", MailboxRole.Inbox)]
    [InlineData("Presentations", MailboxRole.None)]
    [InlineData("", MailboxRole.None)]
    public void Guesses_a_role_by_name(string name, MailboxRole role) => Assert.Equal(role, MailboxRoles.Guess(new(name, '/')));

    [Fact]
    public void Guesses_by_the_last_segment() => Assert.Equal(MailboxRole.Sent, MailboxRoles.Guess(new("INBOX.Gesendet", '.')));

    [Fact]
    public void What_the_server_says_comes_before_any_name()
    {
        var roles = MailboxRoles.Resolve([Box("Sent"), Box("Outgoing", MailboxRole.Sent), Box("INBOX", MailboxRole.Inbox)]);

        Assert.Equal("Outgoing", roles[MailboxRole.Sent].Value);
        Assert.Equal("INBOX", roles[MailboxRole.Inbox].Value);
    }

    [Fact]
    public void Gives_each_role_once_and_the_shallowest_mailbox_first()
    {
        var roles = MailboxRoles.Resolve([Box("Old/Sent"), Box("Sent"), Box("Gesendet"), Box("a/b/Trash"), Box("Drafts", selectable: false)]);

        Assert.Equal("Gesendet", roles[MailboxRole.Sent].Value);
        Assert.False(roles.ContainsKey(MailboxRole.Trash));
        Assert.False(roles.ContainsKey(MailboxRole.Drafts));
    }

    [Fact]
    public void A_mailbox_that_has_a_role_gets_no_second_one_by_its_name()
    {
        var roles = MailboxRoles.Resolve([Box("Trash", MailboxRole.Archive)]);

        Assert.Equal([MailboxRole.Archive], roles.Keys);
    }

    private static ServerMailbox Box(string name, MailboxRole role = MailboxRole.None, bool selectable = true) =>
        new(new MailboxName(name, '/'), role, selectable, Subscribed: true, null);
}
