using MimeKit;
using Pannier.Demo.Seed;

namespace Pannier.Tests.Demo.Seed;

public sealed class DemoSeedTests
{
    private static readonly string[] _standard = ["INBOX", "Archive", "Drafts", "Sent", "Junk", "Trash"];

    [Fact]
    public void Makes_some_two_thousand_messages_oldest_first_the_newest_minutes_old()
    {
        var dates = SeedCorpus.Messages.Select(message => message.ReceivedAt).ToList();

        Assert.InRange(dates.Count, 1900, 2300);
        Assert.Equal(dates.Order(), dates);
        Assert.InRange(SeedCorpus.Now - dates[^1], TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(15));
        Assert.InRange(SeedCorpus.Now - dates[0], TimeSpan.FromDays(700), TimeSpan.FromDays(735));
    }

    [Fact]
    public void Gives_the_same_bytes_and_flags_for_the_same_moment()
    {
        var again = DemoSeed.Messages(SeedCorpus.Now).ToList();

        Assert.Equal(SeedCorpus.Messages.Count, again.Count);
        Assert.All(SeedCorpus.Messages.Zip(again), pair =>
        {
            Assert.Equal(pair.First.Raw, pair.Second.Raw);
            Assert.Equal(pair.First.Flags, pair.Second.Flags);
        });
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(23)]
    public void Gives_the_same_messages_with_other_dates_at_another_moment(int hours)
    {
        var later = DemoSeed.Messages(SeedCorpus.Now.AddDays(3).AddHours(hours)).ToList();

        Assert.Equal(SeedCorpus.Ids(SeedCorpus.Messages), SeedCorpus.Ids(later));
    }

    [Fact]
    public void Knows_only_the_three_accounts_and_mailboxes_that_exist()
    {
        Assert.Equal(3, DemoSeed.Accounts.Count);
        var known = DemoSeed.Accounts.SelectMany(account => _standard.Select(name => (account.Address, name)))
            .Concat(DemoSeed.Mailboxes.Select(mailbox => (mailbox.Account, mailbox.Name))).ToHashSet();

        Assert.All(SeedCorpus.Messages, message => Assert.Contains((message.Account, message.Mailbox), known));
        Assert.All(DemoSeed.Accounts, account => Assert.Matches("\\.(example|test)$", account.Address));
    }

    [Fact]
    public void Lists_parents_before_their_children()
    {
        var seen = new HashSet<(string, string)>();
        foreach (var mailbox in DemoSeed.Mailboxes)
        {
            if (mailbox.Name.LastIndexOf('/') is > 0 and var at)
                Assert.Contains((mailbox.Account, mailbox.Name[..at]), seen);
            seen.Add((mailbox.Account, mailbox.Name));
        }
        Assert.Contains(seen, name => name.Item2 == "Projects/Harbour/Invoices");
    }

    [Fact]
    public void Every_message_is_read_by_a_mime_parser_and_ends_its_lines_with_CRLF()
    {
        Assert.All(SeedCorpus.Messages, message =>
        {
            using var raw = new MemoryStream(message.Raw);
            Assert.NotEmpty(MimeMessage.Load(raw, TestContext.Current.CancellationToken).Headers);
            for (var at = 0; at < message.Raw.Length; at++)
            {
                if (message.Raw[at] == '\n')
                    Assert.Equal((byte)'\r', message.Raw[at - 1]);
            }
        });
    }

    [Fact]
    public void Uses_reserved_domains_only()
    {
        Assert.All(SeedCorpus.Parsed.Where(pair => pair.Seed.Mailbox != "Junk"), pair => Assert.All(
            pair.Message.From.Mailboxes.Concat(pair.Message.To.Mailboxes).Concat(pair.Message.Cc.Mailboxes),
            mailbox => Assert.Matches("\\.(example|test)$", mailbox.Domain)));
    }

    [Fact]
    public void Leaves_no_slot_or_choice_unfilled()
    {
        Assert.All(SeedCorpus.Parsed, pair =>
        {
            Assert.DoesNotContain("{{", pair.Message.Subject ?? "", StringComparison.Ordinal);
            Assert.All(pair.Message.BodyParts.OfType<MimePart>(), part => Assert.DoesNotContain("{{", part.FileName ?? "", StringComparison.Ordinal));
            Assert.DoesNotMatch(@"\{\{|\[\[|\]\]", pair.Message.TextBody ?? "");
        });
    }
}
