using System.Net;
using MimeKit;
using Pannier.Mail;
using Pannier.Mail.Calendar;
using Pannier.Tests.Support;

namespace Pannier.Tests.Modules.Invitations;

/// <summary>An invitation above its message, and the answer to it.</summary>
public sealed class InvitationTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Then = new(2020, 2, 3, 4, 5, 6, TimeSpan.Zero);
    private readonly FakeSubmission _submission = new();
    private MailSite _site = null!; // made before each test
    private FakeServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await MailSite.StartAsync();
        _site.Mail.Submission = _submission;
        _server = _site.Mail.Add("Work", "ann@example.org");
        _server.Make("Sent", MailboxRole.Sent);
    }

    public async ValueTask DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task The_card_says_when_by_the_readers_clock_where_and_who()
    {
        var page = await OpenAsync(await DeliverAsync(Mail.Calendar.Invitations.Request("RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=5")));

        foreach (var said in (string[])["Invitation, changed", "Lunch, by the sea", "December 4, 2026", "every 2 weeks, 5 times", "Harbour 3", "Mira Holm <mira@holm.example>", "Bo", "(comes)", "Your answer goes by mail to Mira Holm"])
            Assert.Contains(said.Replace("December 4, 2026", "4 December 2026", StringComparison.Ordinal), page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("accepted", Participation.Accepted, "Accepted: Lunch, by the sea", "You said yes.")]
    [InlineData("tentative", Participation.Tentative, "Perhaps: Lunch, by the sea", "You said perhaps.")]
    [InlineData("declined", Participation.Declined, "Declined: Lunch, by the sea", "You said no.")]
    public async Task An_answer_goes_to_the_organiser_and_is_remembered(string answer, Participation said, string subject, string remembered)
    {
        var key = await DeliverAsync(Mail.Calendar.Invitations.Request());
        await OpenAsync(key);

        Assert.Equal(303, (int)(await _site.Browser.PostAsync($"/message/{key}/invitation", ("answer", answer))).Status);

        var (envelope, text) = Assert.Single(_submission.Handed);
        Assert.Equal(("ann@example.org", "mira@holm.example"), (envelope.MailFrom, Assert.Single(envelope.Recipients)));
        using var message = MimeMessage.Load(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)), CancellationToken.None);
        Assert.Equal(subject, message.Subject);
        var reply = InvitationReader.Read(message.BodyParts.OfType<TextPart>().Single(part => part.ContentType.MediaSubtype == "calendar").Text);
        Assert.Equal((InvitationMethod.Reply, said), (reply?.Method, reply?.Attendees.Single().Said));
        Assert.Contains(remembered, await OpenAsync(key), StringComparison.Ordinal);
        Assert.Single(_server.Find("Sent").Messages);
    }

    [Fact]
    public async Task What_takes_place_at_the_same_time_is_told()
    {
        var first = await DeliverAsync(Mail.Calendar.Invitations.Request());
        await OpenAsync(first);
        await _site.Browser.PostAsync($"/message/{first}/invitation", ("answer", "accepted"));

        var overlapping = await DeliverAsync(Mail.Calendar.Invitations.Request(time: "DTSTART:20261204T101500Z").Replace("lunch-1", "walk-1", StringComparison.Ordinal).Replace("Lunch\\, by the sea", "Walk", StringComparison.Ordinal));
        var after = await DeliverAsync(Mail.Calendar.Invitations.Request(time: "DTSTART:20261204T103000Z").Replace("lunch-1", "tea-1", StringComparison.Ordinal));

        Assert.Contains("At the same time: Lunch, by the sea", await OpenAsync(overlapping), StringComparison.Ordinal);
        Assert.DoesNotContain("At the same time", await OpenAsync(after), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CANCEL", "Cancelled: this does not take place")]
    [InlineData("REPLY", "An answer to an invitation")]
    [InlineData("PUBLISH", "An event")]
    public async Task What_asks_for_no_answer_takes_none(string method, string state)
    {
        var key = await DeliverAsync(Mail.Calendar.Invitations.Request(method: method));
        var page = await OpenAsync(key);

        Assert.Contains(state, page, StringComparison.Ordinal);
        Assert.DoesNotContain("Your answer goes", page, StringComparison.Ordinal);
        Assert.Equal(422, (int)(await _site.Browser.PostAsync($"/message/{key}/invitation", ("answer", "accepted"))).Status);
        Assert.Empty(_submission.Handed);
    }

    [Theory]
    [InlineData("needs-action")]
    [InlineData("maybe")]
    public async Task Only_yes_perhaps_and_no_are_answers(string answer)
    {
        var key = await DeliverAsync(Mail.Calendar.Invitations.Request());
        await OpenAsync(key);

        Assert.InRange((int)(await _site.Browser.PostAsync($"/message/{key}/invitation", ("answer", answer))).Status, 400, 422);
        Assert.Empty(_submission.Handed);
    }

    [Fact]
    public async Task Texts_of_a_stranger_stay_text_and_broken_ones_are_told()
    {
        var key = await DeliverAsync(Mail.Calendar.Invitations.Request().Replace("Harbour 3", "<img src=x>\\n\u202Egpj", StringComparison.Ordinal));
        var page = await OpenAsync(key);
        Assert.DoesNotContain("<img src=x>", (await _site.Browser.GetAsync($"/message/{key}")).Body, StringComparison.Ordinal);
        Assert.DoesNotContain("\u202E", page, StringComparison.Ordinal);

        Assert.Contains("cannot be read as an event", await OpenAsync(await DeliverAsync("BEGIN:VCALENDAR\nEND:VCALENDAR\n")), StringComparison.Ordinal);
    }

    private async Task<MessageKey> DeliverAsync(string calendar) => await _site.Mail.KeyAsync("Work", "INBOX", _server.Find("INBOX").Add(
        Letter.Octets($"From: Mira <mira@holm.example>\nTo: ann@example.org\nSubject: Lunch?\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\nCome!\n--b\nContent-Type: text/calendar; method=REQUEST; charset=utf-8\nContent-Transfer-Encoding: base64\n\n{Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(calendar), Base64FormattingOptions.InsertLineBreaks)}\n--b--\n"),
        Then));

    private async Task<string> OpenAsync(MessageKey key) => WebUtility.HtmlDecode((await _site.Browser.GetAsync($"/message/{key}")).Body);
}
