namespace Pannier.BrowserTests;

public abstract partial class Walks
{
    [Fact]
    public void A_message_moves_to_another_account_and_is_no_longer_in_the_first()
    {
        var subject = $"Moves house {Script}";
        SignInAsAda();
        WriteToMyself(subject);

        Browser.Click("button[value=move]");
        Browser.See("h1", "Move to which mailbox?");
        Browser.Click($"optgroup[label='{Site.Mail[1].Address}'] option", "Archive").Click("button[name=act][value=move]");
        Browser.See("#notices", "Moved.");

        Browser.Go("/mail/inbox");
        Browser.DoNotSee(".lists-subject", subject);
        Browser.Click($"#sidebar details:nth-of-type(2) a", "Archive");
        Browser.See("h1", "Archive");
        Browser.Click(".lists-open", subject);
        Browser.See(".messages-text", "written by " + subject);
    }

    [Fact]
    public void A_message_is_copied_called_junk_and_brought_back()
    {
        var subject = $"Not what it seems {Script}";
        SignInAsAda();
        WriteToMyself(subject);

        Browser.Unfold(".messages-bar .menu").Click("button[value=copy]");
        Browser.See("h1", "Copy to which mailbox?");
        Browser.Click($"optgroup[label='{Site.Mail[0].Address}'] option", "Receipts").Click("button[name=act][value=copy]");
        Browser.See("#notices", "Copied.");
        Browser.Click("#sidebar a", "Receipts");
        Browser.See(".lists-subject", subject);

        Browser.Go("/mail/inbox").Click(".lists-open", subject);
        Browser.Unfold(".messages-bar .menu").Click("button[value=junk]");
        Browser.See("#notices", "Moved to Junk.");
        Browser.Go("/mail/junk").Click(".lists-open", subject);
        Browser.Unfold(".messages-bar .menu").Click("button[value=not-junk]");
        Browser.See("#notices", "Moved to the Inbox.");
        Browser.Go("/mail/inbox");
        Browser.See(".lists-subject", subject);
    }

    [Fact]
    public void All_messages_of_a_list_are_acted_on_at_once()
    {
        var word = $"Tallyho{Script}";
        SignInAsAda();
        WriteToMyself($"{word} one");
        WriteToMyself($"{word} two");

        Browser.Go($"/mail/inbox?q={word}").Unfold(".lists-bar .menu").Click("input[name=all]").Click(".lists-bar button[value=flag]");
        Browser.See("#notices", "2 messages flagged.");
        Browser.Go($"/mail/flagged?q={word}");
        Assert.Equal(2, Browser.Count(".lists-row"));
        Browser.Click("a", "End the search");
        Browser.See(".lists-head", "messages");
        Assert.DoesNotContain("q=", Browser.Url, StringComparison.Ordinal);
    }

    [Fact]
    public void Trash_is_emptied_only_when_sure()
    {
        var subject = $"Yesterday's paper {Script}";
        SignInAsAda();
        WriteToMyself(subject);
        Browser.Click(".messages-bar button[value=delete]");
        Browser.See("#notices", "Moved to Trash.");

        Browser.Go("/mail/trash");
        Browser.See(".lists-subject", subject);
        Browser.Click("button", "Empty now");
        Browser.See("h1", "for good?");
        Browser.Click("a", "Cancel");
        Browser.See(".lists-subject", subject);
        Browser.Click("button", "Empty now").Click("button[name=sure]", "Remove for good");
        Browser.See("#notices", "removed for good");
        Browser.Go("/mail/trash");
        Browser.See("h2", "Nothing here");
    }

    [Fact]
    public void Without_an_archive_the_person_is_asked_once_which_mailbox_it_is()
    {
        SignInAsAda();
        WriteToMyself($"First of its kind {Script}");
        ChooseUse("Archive", "none");

        Browser.Go("/mail/inbox").Click(".lists-open", $"First of its kind {Script}").Click(".messages-bar button[value=archive]");
        Browser.See("h1", "Which mailbox is your Archive?");
        Browser.Click("main option", "Archive").Click("button", "Use this one");
        Browser.See("#notices", "Archived.");

        WriteToMyself($"Second of its kind {Script}");
        Browser.Click(".messages-bar button[value=archive]");
        Browser.See("#notices", "Archived.");
        Browser.Go("/mail/archive");
        Browser.See(".lists-subject", $"First of its kind {Script}");
        Browser.See(".lists-subject", $"Second of its kind {Script}");
    }

    /// <summary>Writes from the first account to itself and opens what arrives.</summary>
    private void WriteToMyself(string subject)
    {
        Browser.Go("/compose").Fill("#to", Site.Mail[0].Address).Fill("#title", subject).Fill("#text", "written by " + subject).Click("button[value=send]");
        Browser.See("#notices", "Sent");
        Browser.Go("/mail/inbox").Click(".lists-open", subject);
        Browser.See("#subject", subject);
    }

    /// <summary>Says what a mailbox of the first account is for.</summary>
    private void ChooseUse(string mailbox, string use)
    {
        Browser.Click("#sidebar details:first-of-type a", "Manage mailboxes");
        Browser.Choose($"select[aria-label='Use of {mailbox}']", use).Click($"form:has(select[aria-label='Use of {mailbox}']) button");
        Browser.See("#notices", "Remembered.");
    }
}
