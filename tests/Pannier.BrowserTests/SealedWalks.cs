using System.Text;
using Pannier.BrowserTests.Support;

namespace Pannier.BrowserTests;

/// <summary>What a person sees of sealed answers, which is nothing; and what their browser keeps, which nobody else can read.</summary>
[Collection("sealed site")]
public sealed class SealedWalks(SealedSite sealing)
{
    private readonly DemoSite _site = sealing.Demo;

    [Fact]
    public void Mail_is_read_back_and_forth_and_the_browser_keeps_nothing_readable()
    {
        using var browser = SignIn(Script.On);
        browser.See("h1", "Inbox");
        browser.See("#sidebar a", "Flagged");
        Assert.Contains("Inbox", browser.Title, StringComparison.Ordinal);
        var subjects = browser.Texts(".lists-row .lists-subject");
        var senders = browser.Texts(".lists-row .lists-sender");

        browser.Click(".lists-open");
        var opened = browser.See("#subject").Text;
        browser.Click(".messages-bar a[rel=next]");
        browser.DoNotSee("#subject", opened);
        browser.Click("#sidebar a", "Flagged");
        browser.See("h1", "Flagged");
        browser.Back();
        browser.See("#subject");
        browser.Back();
        browser.See("#subject", opened);
        browser.Forward();
        browser.DoNotSee("#subject", opened);
        browser.Reload();
        browser.See("#sidebar a", "Flagged");
        browser.Click("#sidebar a", "Inbox");
        browser.See("h1", "Inbox");

        var dump = Wait(browser, held => held.Split('\n').Count(line => line.StartsWith("pannier.", StringComparison.Ordinal)) >= 5); // build, order, two lists, two messages
        foreach (var word in subjects.Concat(senders).SelectMany(text => text.Split('\n')).Where(text => text.Length > 5).Append(_site.Mail[0].Address).Append("/mail/").Append("/message/"))
        {
            Assert.DoesNotContain(word, dump, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(Convert.ToBase64String(Encoding.UTF8.GetBytes(word)).TrimEnd('=')[..^2], dump, StringComparison.Ordinal);
        }

        Assert.Equal("0", browser.Run("return String(localStorage.length)"));
        Assert.Empty(browser.Complaints());
        Assert.Empty(_site.Bugs());
    }

    [Fact]
    public void What_is_kept_shows_at_once_also_without_a_line_and_without_its_frames()
    {
        using var browser = SignIn(Script.On);
        browser.See("h1", "Inbox");
        browser.Go("/mail/inbox?q=export before lunch").Click(".lists-open");
        browser.See("h1", "Can you look at the export before lunch?");
        browser.See("iframe.messages-frame");
        browser.Click(".messages-bar a[data-keys=u]");
        browser.See(".lists-row");
        Wait(browser, held => held.Split('\n').Length >= 4);

        browser.Run("window.fetch = () => new Promise(() => undefined)");
        browser.Run("document.querySelector('#main').replaceChildren()");
        browser.Back();
        browser.See("h1", "Can you look at the export before lunch?");
        Assert.False(browser.Has("iframe"));
    }

    [Fact]
    public void Signing_out_the_sessions_end_and_another_build_leave_nothing()
    {
        using var browser = SignIn(Script.On);
        browser.See("h1", "Inbox");
        Wait(browser, held => held.Split('\n').Length >= 3);
        browser.Run("sessionStorage.setItem('pannier.build', 'another'); sessionStorage.setItem('pannier.left', 'x')");
        browser.Reload();
        browser.See("h1", "Inbox");
        Assert.DoesNotContain("pannier.left", Held(browser), StringComparison.Ordinal);

        Wait(browser, held => held.Split('\n').Length >= 3);
        browser.Click(".shell-account summary").Click("button", "Sign out");
        browser.See("#notices", "You are signed out."); // first: it goes by itself
        browser.See("#password");
        Assert.Equal("", Held(browser));

        browser.Fill("#name", _site.User).Fill("#password", _site.Password).Click(".signin-card button");
        browser.See("h1", "Inbox");
        Wait(browser, held => held.Split('\n').Length >= 3);
        browser.ForgetCookies();
        browser.Run("document.querySelector('#sidebar a[href$=\"/mail/flagged\"]')?.click()"); // unless the page has left by itself
        Wait(browser, held => held.Split('\n', StringSplitOptions.RemoveEmptyEntries).All(line => line.StartsWith("pannier.build ", StringComparison.Ordinal)));
    }

    [Fact]
    public void Settings_are_saved_mail_is_written_and_acts_are_done_as_ever()
    {
        using var browser = SignIn(Script.On);
        browser.See("h1", "Inbox");
        browser.Go("/settings").Choose("select:has(option[value$='dark'])", "appearance.theme=dark").Click(".settings-save button");
        browser.See("#notices .notice");
        browser.Go("/compose").Fill("#to", "nobody at all").Fill("#title", "Sealed and sent").Click("button[value=send]");
        browser.See(".field-error, [role=alert]");
        browser.Fill("#to", _site.Mail[0].Address).Drop("#text", "tide table.txt", "high at six");
        browser.See(".compose-file", "tide table.txt");
        browser.Click("button[value=send]");
        browser.See("#notices", "Sent");
        browser.Go("/mail/inbox");
        browser.See(".lists-subject", "Sealed and sent"); // told by a sealed event
        browser.Click(".lists-open", "Sealed and sent");
        browser.See(".messages-file", "tide table.txt");
        browser.Click("#main button[value=delete]");
        browser.See("#notices", "Undo");
        Assert.Empty(browser.Complaints());
        Assert.Empty(_site.Bugs());
    }

    [Fact]
    public void Without_script_a_person_is_told_and_reads_on_unsealed()
    {
        using var browser = SignIn(Script.Off);
        browser.See("h1", "Sealed answers need script");
        Assert.DoesNotContain("lists-row", browser.Source, StringComparison.Ordinal);

        browser.Click("button", "Turn sealing off");

        browser.See("h1", "Inbox");
        browser.See("#notices", "Sealing is off until you sign out.");
        browser.Click(".lists-open");
        browser.See("#subject");
        browser.Click(".shell-account summary").Click("button", "Sign out");
        browser.Fill("#name", _site.User).Fill("#password", _site.Password).Click(".signin-card button");
        browser.See("h1", "Sealed answers need script");
    }

    private Browser SignIn(Script script)
    {
        var browser = new Browser(_site.Address, script);
        return browser.Go("/sign-in").Fill("#name", _site.User).Fill("#password", _site.Password).Click(".signin-card button");
    }

    private static string Held(Browser browser) => (string)browser.Run("return Object.entries(sessionStorage).map(([name, value]) => `${name} ${value}`).join('\\n')")!;

    /// <summary>What the storage holds, once it holds it: it is filled after a page is shown.</summary>
    private static string Wait(Browser browser, Func<string, bool> holds)
    {
        for (var tries = 0; tries < 200; tries++)
        {
            if (Held(browser) is var held && holds(held)) return held;
            Thread.Sleep(50);
        }

        throw new InvalidOperationException($"the storage holds:\n{Held(browser)}");
    }
}
