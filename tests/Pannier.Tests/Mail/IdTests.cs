using CsCheck;
using Pannier.Mail;
using Pannier.Mail.Lists;

namespace Pannier.Tests.Mail;

public class IdTests
{
    [Fact]
    public void A_key_reads_back_as_it_was_written() =>
        Gen.Select(Gen.ULong, Gen.ULong, Gen.UInt[1, uint.MaxValue], Gen.UInt[1, uint.MaxValue]).Sample((account, mailbox, validity, uid) =>
        {
            var key = new MessageKey(new(account), new(mailbox), validity, new(uid));

            Assert.Equal(key, MessageKey.Read(key.ToString()));
        });

    [Theory]
    [InlineData("")]
    [InlineData("0000000000000001-0000000000000002-3")]
    [InlineData("0000000000000001-0000000000000002-3-4-5")]
    [InlineData("0000000000000001-0000000000000002-0-4")]
    [InlineData("0000000000000001-0000000000000002-3-0")]
    [InlineData("0000000000000001-0000000000000002-03-4")]
    [InlineData("000000000000000A-0000000000000002-3-4")]
    [InlineData("1-2-3-4")]
    [InlineData("0000000000000001-0000000000000002-3-4294967296")]
    [InlineData("0000000000000001-0000000000000002-3-+4")]
    public void What_is_no_key_reads_as_none(string text) => Assert.Null(MessageKey.Read(text));

    [Fact]
    public void New_ids_differ() =>
        Assert.Equal(100, Enumerable.Range(0, 100).Select(_ => AccountId.New()).Distinct().Count());

    [Fact]
    public void Ids_compare_by_value()
    {
        Assert.True(new AccountId(1) < new AccountId(2) && new AccountId(2) > new AccountId(1) && new AccountId(1) <= new AccountId(1) && new AccountId(1) >= new AccountId(1));
        Assert.True(new MailboxId(1) < new MailboxId(2) && new MailboxId(2) > new MailboxId(1) && new MailboxId(1) <= new MailboxId(1) && new MailboxId(1) >= new MailboxId(1));
        Assert.True(new ViewId(1) < new ViewId(2) && new ViewId(2) > new ViewId(1) && new ViewId(1) <= new ViewId(1) && new ViewId(1) >= new ViewId(1));
        Assert.True(new Uid(1) < new Uid(2) && new Uid(2) > new Uid(1) && new Uid(1) <= new Uid(1) && new Uid(1) >= new Uid(1));
        Assert.Equal("00000000000000ff", new MailboxId(255).ToString());
        Assert.Equal(100, Enumerable.Range(0, 100).Select(_ => MailboxId.New()).Distinct().Count());
    }

    [Theory]
    [InlineData("inbox")]
    [InlineData("everything")]
    [InlineData("trash")]
    [InlineData("00000000000000aa-00000000000000bb")]
    public void A_scope_reads_back_as_it_was_written(string text) => Assert.Equal(text, Scope.Read(text)?.ToString());

    [Theory]
    [InlineData("Inbox")]
    [InlineData("spam")]
    [InlineData("0")]
    [InlineData("00000000000000aa")]
    [InlineData("00000000000000aa-zz")]
    public void What_is_no_scope_reads_as_none(string text) => Assert.Null(Scope.Read(text));

    [Fact]
    public void A_cursor_reads_back_as_it_was_written() =>
        Gen.Select(Gen.Long[-62135596800, 253402300799], Gen.ULong, Gen.UInt[1, uint.MaxValue]).Sample((seconds, id, uid) =>
        {
            var cursor = new Cursor(DateTimeOffset.FromUnixTimeSeconds(seconds), new(new(id), new(id), uid, new(uid)));

            Assert.Equal(cursor, Cursor.Read(cursor.ToString()));
        });

    [Theory]
    [InlineData("")]
    [InlineData("1.2")]
    [InlineData("x.0000000000000001-0000000000000002-3-4")]
    [InlineData("999999999999999.0000000000000001-0000000000000002-3-4")]
    public void What_is_no_cursor_reads_as_none(string text) => Assert.Null(Cursor.Read(text));
}
