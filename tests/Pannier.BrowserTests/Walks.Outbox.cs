namespace Pannier.BrowserTests;

public abstract partial class Walks
{
    [Fact]
    public async Task What_could_not_be_sent_waits_in_the_outbox_and_goes_when_tried_again()
    {
        var subject = $"Pigeon{Script}"; // one word: each word of "Pigeon On" is in "Pigeon Off" too
        await RegisterAsync($"olga-{Script}");
        AddClub(Site.Smtp.Port);
        Site.Smtp.Cut();
        try
        {
            Browser.Go("/compose").Fill("#to", Site.Mail[2].Address).Fill("#title", subject).Fill("#text", "home by dusk").Click("button[value=send]");
            Browser.See("#notices", "Not sent yet");
            Browser.Go("/outbox");
            Browser.See("td", subject);
            Browser.See(".badge", "not sent yet");
            Browser.Click("button", "Try again");
            Browser.See(".badge", "not sent yet");

            Browser.Click("button", "Edit").Fill("#text", "home by noon").Click("button[value=send]");
            Browser.See("#notices", "Not sent yet");
        }
        finally
        {
            Site.Smtp.Mend();
        }

        Browser.Go("/outbox").Click("button", "Try again");
        Browser.See("#notices", "Sent");
        Browser.Go("/outbox");
        Browser.See("h2", "Nothing is waiting");
        Browser.Go("/mail/inbox").Click(".lists-open", subject);
        Browser.See(".messages-text", "home by noon");
        Browser.Go($"/mail/sent?q={subject}").See(".lists-row");
        Assert.Equal(1, Browser.Count(".lists-row"));
    }

    [Fact]
    public async Task A_message_nobody_can_get_is_refused_and_thrown_away_when_sure()
    {
        var subject = $"Dead letter {Script}";
        await RegisterAsync($"pavel-{Script}");
        AddClub(Site.Mail[2].Smtp);
        Browser.Go("/compose").Fill("#to", "nobody-here@saltmarsh-society.example").Fill("#title", subject).Click("button[value=send]");
        Browser.See("#notices", "Not sent");

        Browser.Go("/outbox");
        Browser.See("td", subject);
        Browser.Click("button", "Discard");
        Browser.See("h1", "Discard this message?");
        Browser.Click("a", "Keep");
        Browser.See("td", subject);
        Browser.Click("button", "Discard").Click(".button-danger[value=discard]");
        Browser.See("#notices", "Discarded");
        Browser.Go("/outbox");
        Browser.See("h2", "Nothing is waiting");
    }

    /// <summary>Adds the demo's third account.</summary>
    private void AddClub(int smtp)
    {
        var (address, password, _, _) = Site.Mail[2];
        Browser.Go("/accounts/add").Fill("#address", address).Click("main .button-primary");
        Browser.See("h1", "Are these the right servers?");
        Browser.Fill("#smtp-port", $"{smtp}").Fill("#password", password).Click("#confirmed").Click("main form .button-primary");
        Browser.See("#notices", "is added");
    }
}
