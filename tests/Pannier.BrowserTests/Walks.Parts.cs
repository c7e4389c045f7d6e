using Pannier.BrowserTests.Support;

namespace Pannier.BrowserTests;

public abstract partial class Walks
{
    [Fact]
    public void Files_of_a_message_are_shown_looked_into_and_warned_of()
    {
        SignInAsAda();
        Browser.Go("/mail/everything?q=summer+house+all+papers").Click(".lists-open", 0);
        Browser.See("h1", "The summer house, all papers");

        Browser.Click(".messages-file-name", "Summer house.png");
        Browser.See("h1", "Summer house.png");
        Browser.See("iframe[sandbox]");

        Browser.Click("a[rel=next]");
        Browser.See("h1", "Plan.pdf");
        Browser.See("iframe.parts-pdf:not([sandbox])");

        Browser.Click("a[rel=next]").See("pre", "roof,4200");

        Browser.Click("a[rel=next]").See("table", "leads out of its folder");
        Browser.Click("table a", "Papers/Read me.txt").See("pre", "the deed and a picture");
        Browser.Click("nav a", "Back to where it lies").Click("a[rel=next]").See(".parts-inner", "the keys are at the harbour office");

        Browser.Click("a[rel=next]").See("h2", "Boat to the island");
        Assert.Contains("9:40", Browser.Framed("iframe"), StringComparison.Ordinal);
        Browser.Click(".messages-file-name", "Timetable.txt").See("pre", "out  09:40");

        Browser.Click("nav a", "Back to where it lies").Click("a[rel=next]").See("main", "It is a program.");
        Assert.Equal(0, Browser.Overhang());
        Assert.Empty(Browser.Axe());
        Browser.Click("nav a", "Back to the message").See("h1", "The summer house, all papers");
    }
}
