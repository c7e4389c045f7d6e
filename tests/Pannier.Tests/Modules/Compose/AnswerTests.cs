using Pannier.Core;
using Pannier.Core.Accounts;
using Pannier.Core.Http;
using Pannier.Mail;
using Pannier.Modules.Compose;

namespace Pannier.Tests.Modules.Compose;

public sealed class AnswerTests : IDisposable
{
    private const string Letter = """
        From: "Eklund, Jonas" <jonas@eklund.example>
        To: ada@example.org, Misaki <misaki@sato.example>
        Subject: The boat
        Date: Mon, 23 Nov 2026 07:02:00 +0000
        Message-ID: <boat.1@eklund.example>
        References: <boat.0@eklund.example>

        I can take the hull.
        > Who varnishes?
        -- 
        Jonas
        """;

    private const string WithFile = """
        From: jonas@eklund.example
        To: ada@example.org
        Subject: Prices
        Message-ID: <prices@eklund.example>
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary=b

        --b
        Content-Type: text/html; charset=utf-8

        <p>See the <b>list</b>.</p>
        --b
        Content-Type: text/csv; name="../prices.csv"
        Content-Disposition: attachment; filename="../prices.csv"
        Content-Transfer-Encoding: base64

        YSxiCg==
        --b--
        """;

    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task A_reply_goes_to_the_author_quotes_the_text_and_threads()
    {
        var original = _desk.Mail.Deliver(MailboxRole.Inbox, Letter);

        var page = await _desk.BeginAsync(StartKind.Reply, original);
        await SendAsync(page);

        Assert.Equal(("\"Eklund, Jonas\" <jonas@eklund.example>", "", "Re: The boat"), (page.To, page.Cc, page.Subject));
        Assert.Equal("\n\nOn Monday, 23 November 2026 at 07:02, Eklund, Jonas wrote:\n> I can take the hull.\n>> Who varnishes?", page.Text.Replace(" 23 November 2026 07:02", " 23 November 2026 at 07:02", StringComparison.Ordinal).Replace("> > ", ">> ", StringComparison.Ordinal));
        Assert.Equal("compose.why.addressed-to", page.Why?.Key);
        var message = _desk.Server.Handed.Single().Message;
        Assert.Contains("In-Reply-To: <boat.1@eklund.example>\r\n", message, StringComparison.Ordinal);
        Assert.Contains("References: <boat.0@eklund.example> <boat.1@eklund.example>\r\n", message.Replace("\r\n\t", " ", StringComparison.Ordinal).Replace("\r\n <", " <", StringComparison.Ordinal).Replace("  ", " ", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(Keywords.Answered, _desk.Mail.In(MailboxRole.Inbox).Single().Keywords);
    }

    [Fact]
    public async Task A_reply_to_all_leaves_out_oneself()
    {
        var page = await _desk.BeginAsync(StartKind.ReplyAll, _desk.Mail.Deliver(MailboxRole.Inbox, Letter));

        Assert.Equal(("\"Eklund, Jonas\" <jonas@eklund.example>", "Misaki <misaki@sato.example>"), (page.To, page.Cc));
    }

    [Fact]
    public async Task A_forwarded_message_takes_its_files_along_and_is_marked()
    {
        var original = _desk.Mail.Deliver(MailboxRole.Inbox, WithFile);

        var page = await _desk.BeginAsync(StartKind.Forward, original);
        await SendAsync(page, "misaki@sato.example");

        Assert.Equal(("Fwd: Prices", "prices.csv"), (page.Subject, page.Files.Single().Name));
        Assert.Contains("From: jonas@eklund.example\n", page.Text, StringComparison.Ordinal);
        Assert.Contains("See the list.", page.Text, StringComparison.Ordinal);
        var message = _desk.Server.Handed.Single().Message;
        Assert.Contains("YSxiCg==", message, StringComparison.Ordinal);
        Assert.DoesNotContain("In-Reply-To", message, StringComparison.Ordinal);
        Assert.Equal(Keywords.Forwarded, _desk.Mail.In(MailboxRole.Inbox).Single().Keywords);
    }

    [Fact]
    public async Task A_file_taken_off_before_the_first_save_does_not_go_along()
    {
        var page = await _desk.BeginAsync(StartKind.Forward, _desk.Mail.Deliver(MailboxRole.Inbox, WithFile));

        await _desk.PostAsync(Desk.Form(page) with { Remove = FileId.Read(page.Files.Single().Id) });

        Assert.Empty((await _desk.OpenAsync(page.Id)).Files);
    }

    [Fact]
    public async Task A_message_forwarded_as_a_file_goes_as_it_stands()
    {
        var page = await _desk.BeginAsync(StartKind.ForwardAttached, _desk.Mail.Deliver(MailboxRole.Inbox, Letter));

        await SendAsync(page, "misaki@sato.example");

        Assert.Equal("The boat.eml", page.Files.Single().Name);
        Assert.Contains("Content-Type: message/rfc822", _desk.Server.Handed.Single().Message, StringComparison.Ordinal);
        Assert.Contains("I can take the hull.", _desk.Server.Handed.Single().Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_original_that_goes_away_before_the_first_save_is_said_and_nothing_sent()
    {
        var original = _desk.Mail.Deliver(MailboxRole.Inbox, WithFile);
        var page = await _desk.BeginAsync(StartKind.Forward, original);
        await _desk.Mail.ActAsync(new Pannier.Mail.Lists.MailAction.Destroy(), [original], Desk.Token);

        var refused = Desk.Refused(await _desk.PostAsync(Desk.Form(page, DraftAct.Send, "misaki@sato.example")));

        Assert.Equal("compose.original-gone", refused.Said.Key);
        Assert.Empty(_desk.Server.Handed);
    }

    [Fact]
    public async Task It_is_written_as_the_identity_the_message_came_to_with_its_signature()
    {
        await PutAsync("Ada Lindqvist", "ada@example.org", "Ada", isDefault: true);
        await PutAsync("Club", "club@example.org", "The club\nHarbour 1", isDefault: false);
        var original = _desk.Mail.Deliver(MailboxRole.Inbox, Letter.Replace("ada@example.org", "club@example.org", StringComparison.Ordinal));

        var page = await _desk.BeginAsync(StartKind.Reply, original);
        await SendAsync(page);

        Assert.Equal("Club <club@example.org>", page.From.Single(one => one.IsChosen).Shown);
        Assert.EndsWith("\n\n-- \nThe club\nHarbour 1\n", page.Text, StringComparison.Ordinal);
        Assert.Equal("club@example.org", _desk.Server.Handed.Single().Envelope.MailFrom);
    }

    [Fact]
    public async Task A_mail_link_fills_known_fields_as_text_only()
    {
        var input = new ComposeInput(null, null, null, null, null, null, null, null, null, Prose.Read("mailto:jonas@eklund.example?subject=Hi%0D%0ABcc:x&body=%3Cb%3E&attach=/etc/passwd&bcc=eve@example.org"));

        var page = Desk.Done(await _desk.AskAsync<ShowCompose, Outcome<ComposePage>>(show => show.HandleAsync(input, Desk.Token)));

        Assert.Equal(("jonas@eklund.example", "", "<b>"), (page.To, page.Bcc, page.Text));
        Assert.DoesNotContain('\n', page.Subject);
        Assert.Empty(page.Files);
    }

    [Fact]
    public async Task Whom_one_writes_to_completes_the_next_time_the_most_used_first()
    {
        await SendAsync(await _desk.BeginAsync(StartKind.New), "Jonas Eklund <jonas@eklund.example>, joan@example.net");
        await SendAsync(await _desk.BeginAsync(StartKind.New), "joan@example.net");

        Assert.Equal(["joan@example.net", "Jonas Eklund <jonas@eklund.example>"], await SuggestAsync("jo"));
        Assert.Equal(["Jonas Eklund <jonas@eklund.example>"], await SuggestAsync("ekl"));
        Assert.Empty(await SuggestAsync("oan"));
    }

    [Fact]
    public async Task Sent_mail_teaches_correspondents_once()
    {
        _desk.Mail.Deliver(MailboxRole.Sent, "From: ada@example.org\nTo: \"Sato, Misaki\" <misaki@sato.example>\nSubject: x\n\ny");
        for (var run = 0; run < 2; run++)
        {
            await _desk.AskAsync<LearnCorrespondents, bool>(async job =>
            {
                await job.RunAsync(Desk.Token);
                return true;
            });
        }

        Assert.Equal(["\"Sato, Misaki\" <misaki@sato.example>"], await SuggestAsync("mis"));
        Assert.Equal(1, (await _desk.AskAsync<Correspondents, CorrespondentList>(all => all.AllAsync(Desk.Token))).All.Single().Uses);
    }

    private async Task<IEnumerable<string>> SuggestAsync(string typed) =>
        Desk.Done(await _desk.AskAsync<SuggestRecipients, Outcome<Suggestions>>(suggest => suggest.HandleAsync(new RecipientsInput(Line.Read(typed)), Desk.Token))).All.Select(one => one.Value);

    private async Task SendAsync(ComposePage page, string? to = null)
    {
        var form = Desk.Form(page, DraftAct.Send);
        var answer = Desk.Done(await _desk.PostAsync(to is null ? form : form with { To = Prose.Read(to) }));
        Assert.Equal("outbox.sent", Assert.IsType<ComposeAnswer.Done>(answer).Notice?.Key);
    }

    private Task PutAsync(string name, string address, string signature, bool isDefault)
    {
        var id = IdentityId.New();
        return _desk.Identities.PutAsync(id.ToString(), new Identity(id, _desk.Mail.Account.Id, name, address, null, signature, isDefault), Desk.Token);
    }
}
