using System.Text.RegularExpressions;
using Pannier.Mail;
using Pannier.Tests.Support;

namespace Pannier.Tests.Modules.Messages;

/// <summary>A message beside the list it was opened from, on one page that needs no script.</summary>
public sealed partial class ReadingPaneTests : IClassFixture<ReadingPaneTests.Reader>
{
    private readonly MailSite _site;
    private readonly Reader _reader;

    public ReadingPaneTests(Reader reader) => (_site, _reader) = (reader.Site, reader);

    [Fact]
    public async Task Its_page_holds_the_list_with_its_row_marked_and_itself_as_the_page_heading()
    {
        await PaneAsync("right");

        var page = await _site.Browser.GetAsync($"/message/{_reader.Keys[2]}?in=inbox");

        Assert.Contains("data-pane=\"right\"", page.Body, StringComparison.Ordinal);
        var (list, reading) = Regions(page.Body);
        Assert.Contains($"data-key=\"{_reader.Keys[2]}\" data-open", list, StringComparison.Ordinal);
        Assert.Single(Open().Matches(list));
        Assert.Contains("<h1 aria-level=\"2\">Inbox", list, StringComparison.Ordinal);
        Assert.Contains("<h1 class=\"messages-subject\" id=\"subject\" tabindex=\"-1\" autofocus>", reading, StringComparison.Ordinal);
        Assert.DoesNotContain("lists-row", reading, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_script_gets_the_message_alone_where_the_list_is_there_already()
    {
        await PaneAsync("right");

        var part = await _site.Browser.GetAsync($"/message/{_reader.Keys[2]}?in=inbox", ("Pannier-Swap", "reading"));

        Assert.StartsWith("<article", part.Body.TrimStart(), StringComparison.Ordinal);
        Assert.Contains($"data-message=\"{_reader.Keys[2]}\"", part.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("lists-row", part.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task And_the_list_alone_where_the_message_is()
    {
        await PaneAsync("below");

        var part = await _site.Browser.GetAsync("/mail/inbox", ("Pannier-Swap", "beside"));

        Assert.StartsWith("<div class=\"lists\"", part.Body.TrimStart(), StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"panes", part.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_has_room_for_one_and_leads_to_it()
    {
        await PaneAsync("auto");

        var page = await _site.Browser.GetAsync("/mail/inbox");

        var (list, reading) = Regions(page.Body);
        Assert.Contains("Choose a message", reading, StringComparison.Ordinal);
        Assert.Contains("data-swap=\"reading\"", list, StringComparison.Ordinal);
        Assert.Contains("<h1>Inbox", list, StringComparison.Ordinal);
        Assert.Empty(Open().Matches(list));
    }

    [Fact]
    public async Task On_a_page_of_its_own_nothing_stands_beside_it()
    {
        await PaneAsync("off");

        Assert.DoesNotContain("class=\"panes", (await _site.Browser.GetAsync("/mail/inbox")).Body, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"panes", (await _site.Browser.GetAsync($"/message/{_reader.Keys[2]}?in=inbox")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Opened_from_no_list_it_stands_alone()
    {
        await PaneAsync("right");

        Assert.DoesNotContain("class=\"panes", (await _site.Browser.GetAsync($"/message/{_reader.Keys[2]}")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_beside_it_is_at_the_page_it_is_on()
    {
        await PaneAsync("right");
        await _site.Browser.GetAsync("/");
        await _site.Browser.SwapAsync("/settings", ("setting", "lists.per-page=25"));
        var oldest = _reader.Keys[0];

        var page = await _site.Browser.GetAsync($"/message/{oldest}?in=inbox");
        var asked = await _site.Browser.GetAsync($"/mail/inbox?open={oldest}", ("Pannier-Swap", "beside"));

        foreach (var list in (string[])[Regions(page.Body).List, asked.Body])
        {
            Assert.Contains($"data-key=\"{oldest}\"", list, StringComparison.Ordinal);
            Assert.DoesNotContain($"data-key=\"{_reader.Keys[^1]}\"", list, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_is_done_to_its_neighbours_leads_back_to_it_and_what_takes_it_away_to_the_list()
    {
        await PaneAsync("right");
        var (open, other) = (_reader.Keys[5], _reader.Keys[6]);
        await _site.Browser.GetAsync("/");

        var flagged = await _site.Browser.SwapAsync("/messages/act", ("flag", other.ToString()), ("next", $"/message/{open}?in=inbox"), ("list", "/mail/inbox"));
        var deleted = await _site.Browser.SwapAsync("/messages/act", ("message", open.ToString()), ("act", "destroy"), ("sure", "on"), ("next", $"/message/{open}?in=inbox"), ("list", "/mail/inbox"));

        Assert.Equal($"/message/{open}?in=inbox", flagged.Header("Pannier-Next"));
        Assert.Equal("/mail/inbox", deleted.Header("Pannier-Next"));
    }

    [Theory]
    [InlineData("headers")]
    [InlineData("part/1/show")]
    public async Task Pages_about_it_lead_back_to_it_and_its_list(string about)
    {
        var page = await _site.Browser.GetAsync($"/message/{_reader.Keys[3]}/{about}?in=inbox&q=hello");

        Assert.Equal(200, page.Status);
        Assert.Contains($"href=\"/message/{_reader.Keys[3]}?in=inbox&amp;q=hello\"", page.Body, StringComparison.Ordinal);
    }

    private async Task PaneAsync(string pane)
    {
        await _site.Browser.GetAsync("/");
        Assert.Equal(200, (await _site.Browser.SwapAsync("/settings", ("setting", $"reading.pane={pane}"))).Status);
    }

    private static (string List, string Reading) Regions(string page)
    {
        var at = page.IndexOf("id=\"reading\"", StringComparison.Ordinal);
        Assert.True(at > 0, page);
        return (page[page.IndexOf("id=\"beside\"", StringComparison.Ordinal)..at], page[at..]);
    }

    [GeneratedRegex("<li [^>]* data-open")]
    private static partial Regex Open();

    public sealed class Reader : IAsyncLifetime
    {
        internal MailSite Site { get; private set; } = null!; // made before the tests

        internal List<MessageKey> Keys { get; } = [];

        public async ValueTask InitializeAsync()
        {
            Site = await MailSite.StartAsync();
            var server = Site.Mail.Add("Work", "ann@example.org");
            for (var number = 0; number < 40; number++)
                Keys.Add(await Site.Mail.KeyAsync("Work", "INBOX", server.Find("INBOX").Add(Letter.Plain($"hello {number}"), new DateTimeOffset(2026, 2, 3, 4, number, 6, TimeSpan.Zero))));
        }

        public async ValueTask DisposeAsync() => await Site.DisposeAsync();
    }
}
