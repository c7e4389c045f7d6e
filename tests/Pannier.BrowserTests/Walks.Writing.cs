namespace Pannier.BrowserTests;

public abstract partial class Walks
{
    [Fact]
    public void A_message_is_written_sent_and_arrives_in_the_other_account()
    {
        var subject = $"Höhenmesser {Script} 高度";
        var file = Path.Combine(Directory.CreateTempSubdirectory("pannier-walk-").FullName, "Messwerte für morgen.csv");
        File.WriteAllText(file, "hour,level\n1,4.2\n");
        SignInAsAda();

        Browser.Go("/compose").Fill("#to", $"not an address").Fill("#title", subject).Fill("#text", "Grüße vom Pegel.\n\n旅行").Click("button[value=send]");
        Browser.See(".field-error, [role=alert]");
        Browser.Fill("#to", Site.Mail[1].Address).Attach("#files", file);
        if (Script == Support.Script.Off) Browser.Click("button[value=attach].without-script");
        Browser.See("form", "Messwerte");
        Browser.Click("button[value=send]");
        Browser.See("#notices", "Sent");

        Browser.Go("/mail/sent");
        Browser.See(".lists-subject", subject);
        Browser.Go("/mail/inbox").Click(".lists-open", subject);
        Browser.See("#subject", subject);
        Browser.See(".messages-file", "Messwerte für morgen.csv");
        Browser.See(".messages-text", "旅行");
    }

    [Fact]
    public void An_answer_quotes_threads_and_says_whom_it_is_from()
    {
        SignInAsAda();
        Browser.Go("/mail/inbox?q=\"Interview on Thursday\"").Click(".lists-open");
        Browser.See("#subject", "Interview on Thursday");
        Browser.Click("a", "Reply to all");

        Assert.Contains("> ", Browser.See("#text").GetAttribute("value")!, StringComparison.Ordinal);
        Assert.StartsWith("Re: ", Browser.See("#title").GetAttribute("value")!, StringComparison.Ordinal);
        Browser.See("#from-why");
        Browser.Click("button[value=send]");
        Browser.See("#notices", "Sent");
        Browser.Go("/mail/inbox?q=\"Interview on Thursday\"");
        Browser.See("[aria-label=Answered]");
    }

    [Fact]
    public void A_draft_is_kept_reopened_and_discarded()
    {
        var subject = $"Half a thought {Script}";
        SignInAsAda();
        Browser.Go("/compose").Fill("#title", subject).Fill("#text", "and the rest tomorrow").Click("button[value=draft]");
        Browser.See("#notices", "Saved");

        Browser.Go("/mail/drafts").Click(".lists-open", subject);
        Browser.Click("a", "Edit draft");
        Assert.Equal(subject, Browser.See("#title").GetAttribute("value"));
        Assert.Contains("and the rest tomorrow", Browser.See("#text").GetAttribute("value")!, StringComparison.Ordinal);
        Browser.Click("button[value=discard]");
        Browser.See("h1", "Discard this draft?");
        Browser.Click(".button-danger[value=discard]");
        Browser.See("#notices", "Discarded");
        Browser.Go("/mail/drafts");
        Browser.DoNotSee(".lists-subject", subject);
    }

    [Fact]
    public void A_message_is_passed_on_as_a_file()
    {
        var subject = $"See what Farah wrote {Script}";
        SignInAsAda();
        Browser.Go("/mail/inbox?q=export before lunch").Click(".lists-open").Click("a", "Forward as file");
        Browser.See(".compose-file", ".eml");
        Browser.Fill("#to", Site.Mail[0].Address).Fill("#title", subject).Click("button[value=send]");
        Browser.See("#notices", "Sent");

        Browser.Go("/mail/inbox").Click(".lists-open", subject);
        Browser.See(".messages-file", ".eml");
        Browser.Go("/mail/inbox?q=export before lunch");
        Browser.See("[aria-label=Forwarded]");
    }

    [Fact]
    public void The_main_job_is_done_on_a_telephone()
    {
        var subject = $"From the tram {Script}";
        Browser.Resize(360, 740);
        SignInAsAda();
        WriteToMyself(subject);
        Assert.Equal(0, Browser.Overhang());

        Browser.Click("a", "Reply");
        Browser.Fill("#text", "and back").Click("button[value=send]");
        Browser.See("#notices", "Sent");
        Browser.Go("/mail/inbox").Click(".shell-menu").Click("#sidebar a", "Sent");
        Browser.See("h1", "Sent");
        Browser.See(".lists-subject", "Re: " + subject);
        Assert.Equal(0, Browser.Overhang());
        Browser.Go("/mail/inbox").Click(".lists-open", "Re: " + subject).Click(".messages-bar button[value=archive]");
        Browser.See("#notices", "Archived.");
    }
}
