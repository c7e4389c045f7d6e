using Pannier.Mail;

namespace Pannier.Tests.Mail;

public class AddressTests
{
    [Theory]
    [InlineData("imap.example.org", "imap.example.org")]
    [InlineData(" IMAP.Example.ORG. ", "imap.example.org")]
    [InlineData("bücher.example", "xn--bcher-kva.example")]
    [InlineData("192.0.2.1", "192.0.2.1")]
    [InlineData("[2001:db8::1]", "2001:db8::1")]
    [InlineData("2001:DB8::1", "2001:db8::1")]
    public void A_host_has_one_spelling(string typed, string expected) => Assert.Equal(expected, HostName.Read(typed)?.Value);

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("evil.example/path")]
    [InlineData("evil.example:25")]
    [InlineData("user@evil.example")]
    [InlineData("127.1")]
    [InlineData("0x7f.0.0.1")]
    [InlineData("2130706433")]
    [InlineData("0177.0.0.1")]
    [InlineData("fe80::1%eth0")]
    [InlineData("-a.example")]
    [InlineData("a..example")]
    [InlineData("host\r\nEHLO x")]
    public void What_is_no_host_reads_as_none(string typed) => Assert.Null(HostName.Read(typed));

    [Fact]
    public void A_host_longer_than_names_may_be_is_none() => Assert.Null(HostName.Read(string.Join('.', Enumerable.Repeat("abcdefghi", 30))));

    [Theory]
    [InlineData("mail.example.org", "example.org", true)]
    [InlineData("example.org", "EXAMPLE.org", true)]
    [InlineData("notexample.org", "example.org", false)]
    [InlineData("example.org.evil.example", "example.org", false)]
    public void A_host_is_within_its_own_domain_only(string host, string domain, bool within) => Assert.Equal(within, HostName.Read(host)!.IsWithin(domain));

    [Theory]
    [InlineData("1", 1)]
    [InlineData("993", 993)]
    [InlineData("65535", 65535)]
    public void A_port_is_a_number_ports_have(string typed, int expected) => Assert.Equal(expected, Port.Read(typed)?.Number);

    [Theory]
    [InlineData("0")]
    [InlineData("65536")]
    [InlineData("-1")]
    [InlineData("+25")]
    [InlineData(" 25")]
    [InlineData("0x19")]
    [InlineData("")]
    public void What_is_no_port_reads_as_none(string typed) => Assert.Null(Port.Read(typed));

    [Fact]
    public void A_server_is_shown_as_host_and_port() =>
        Assert.Equal("imap.example.org:993", new ServerAddress(HostName.Read("imap.example.org")!, Port.Of(993)!, ConnectionSecurity.Tls).ToString());

    [Fact]
    public void An_address_shows_its_name_where_it_has_one()
    {
        Assert.Equal("Ada", new EmailAddress("Ada", "ada@example.org").Shown);
        Assert.Equal("ada@example.org", new EmailAddress(" ", "ada@example.org").Shown);
        Assert.Equal("Ada <ada@example.org>", new EmailAddress("Ada", "ada@example.org").ToString());
        Assert.Equal("ada@example.org", new EmailAddress(null, "ada@example.org").ToString());
    }

    [Theory]
    [InlineData("INBOX", '/', "INBOX", null)]
    [InlineData("Work/Clients/Harbour", '/', "Harbour", "Work/Clients")]
    [InlineData("INBOX.Lists", '.', "Lists", "INBOX")]
    [InlineData("/odd", '/', "odd", null)]
    public void A_mailbox_name_knows_its_leaf_and_its_parent(string name, char delimiter, string leaf, string? parent)
    {
        var mailbox = new MailboxName(name, delimiter);

        Assert.Equal(leaf, mailbox.Leaf);
        Assert.Equal(parent, mailbox.Parent);
    }

    [Fact]
    public void A_flat_mailbox_has_no_parent_whatever_it_is_called()
    {
        var mailbox = new MailboxName("a/b.c", null);

        Assert.Equal("a/b.c", mailbox.Leaf);
        Assert.Null(mailbox.Parent);
        Assert.Equal("a/b.c", mailbox.ToString());
        Assert.True(new MailboxName("inbox", null).IsInbox);
    }
}
