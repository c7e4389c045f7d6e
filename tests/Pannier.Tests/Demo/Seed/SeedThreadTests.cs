namespace Pannier.Tests.Demo.Seed;

public sealed class SeedThreadTests
{
    [Fact]
    public void Every_reference_leads_to_a_message_that_is_there_and_is_older()
    {
        var byId = SeedCorpus.Parsed.Where(pair => pair.Message.MessageId is not null).ToLookup(pair => pair.Message.MessageId);
        var answers = SeedCorpus.Parsed.Where(pair => pair.Message.InReplyTo is not null).ToList();

        Assert.True(answers.Count > 600);
        Assert.All(answers, answer =>
        {
            Assert.Equal(answer.Message.InReplyTo, answer.Message.References[^1]);
            Assert.All(answer.Message.References, id => Assert.True(byId[id].First().Message.Date <= answer.Message.Date, id));
        });
    }

    [Fact]
    public void Threads_run_across_mailboxes_and_across_accounts()
    {
        var threads = SeedCorpus.Parsed.GroupBy(pair => pair.Message.References.FirstOrDefault() ?? pair.Message.MessageId ?? pair.Seed.ReceivedAt.ToString("O")).ToList();

        Assert.Contains(threads, thread => thread.Count() >= 5);
        Assert.True(threads.Count(thread => thread.Any(pair => pair.Seed.Mailbox == "Sent") && thread.Any(pair => pair.Seed.Mailbox == "INBOX")) > 50);
        Assert.Contains(threads, thread => thread.Select(pair => pair.Seed.Account).Distinct().Count() > 1);
    }

    [Fact]
    public void What_is_marked_answered_has_an_answer_in_Sent_and_the_other_way_round()
    {
        var sent = SeedCorpus.Parsed.Where(pair => pair.Seed.Mailbox == "Sent" && pair.Message.InReplyTo is not null)
            .Select(pair => (pair.Seed.Account, pair.Message.InReplyTo)).ToHashSet();
        var incoming = SeedCorpus.Parsed.Where(pair => pair.Seed.Mailbox is not ("Sent" or "Junk" or "Drafts")).ToList();

        Assert.All(incoming, pair => Assert.Equal(
            sent.Contains((pair.Seed.Account, pair.Message.MessageId)), pair.Has(@"\Answered") || pair.Has("$Forwarded")));
        Assert.True(incoming.Count(pair => pair.Has(@"\Answered")) > 100);
        Assert.Contains(incoming, pair => pair.Has("$Forwarded"));
    }

    [Fact]
    public void Some_sixty_are_unread_and_what_is_sent_answered_or_a_draft_is_not()
    {
        var unread = SeedCorpus.Parsed.Where(pair => !pair.Has(@"\Seen")).ToList();

        Assert.InRange(unread.Count, 50, 70);
        Assert.All(unread, pair =>
        {
            Assert.False(pair.Has(@"\Answered"));
            Assert.DoesNotContain(pair.Seed.Mailbox, (string[])["Sent", "Drafts", "Trash"]);
        });
        Assert.Contains(SeedCorpus.Parsed, pair => pair.Has(@"\Flagged"));
        Assert.All(SeedCorpus.Parsed, pair => Assert.Equal(pair.Seed.Mailbox == "Drafts", pair.Has(@"\Draft")));
        Assert.All(SeedCorpus.Parsed, pair => Assert.Equal(pair.Seed.Mailbox == "Junk", pair.Has("$Junk")));
    }

    [Fact]
    public void Correspondents_keep_their_names()
    {
        var people = SeedCorpus.Parsed.Where(pair => pair.Seed.Mailbox != "Junk").SelectMany(pair => pair.Message.From.Mailboxes)
            .Where(mailbox => mailbox.Domain != "forge.northwind-labs.example").GroupBy(mailbox => mailbox.Address).ToList();

        Assert.All(people, person => Assert.Single(person.Select(mailbox => mailbox.Name).Distinct()));
        Assert.InRange(people.Count, 55, 80);
    }

    [Fact]
    public void Mail_that_came_in_carries_the_receiving_hosts_verdict()
    {
        Assert.All(SeedCorpus.Parsed.Where(pair => pair.Seed.Mailbox is not ("Sent" or "Drafts")), pair =>
        {
            var verdict = pair.Message.Headers["Authentication-Results"] ?? "";
            Assert.StartsWith("mx." + pair.Seed.Account.Split('@')[1], verdict);
            Assert.Equal(pair.Seed.Mailbox != "Junk", verdict.Contains("dmarc=pass"));
        });
    }
}
