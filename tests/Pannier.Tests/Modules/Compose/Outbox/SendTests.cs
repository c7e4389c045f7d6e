using Pannier.Core;
using Pannier.Core.Accounts;
using Pannier.Core.Http;
using Pannier.Mail;
using Pannier.Modules.Compose;
using Pannier.Modules.Compose.Outbox;

namespace Pannier.Tests.Modules.Compose.Outbox;

public sealed class SendTests : IDisposable
{
    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task A_message_is_sent_filed_once_and_leaves_nothing_behind()
    {
        var page = await _desk.BeginAsync(StartKind.New);
        await _desk.PostAsync(Desk.Form(page, DraftAct.Draft, "jonas@eklund.example"));

        var answer = await SendAsync(await _desk.OpenAsync(page.Id), "Jonas <jonas@eklund.example>", bcc: "eve@example.org");

        Assert.Equal("outbox.sent", answer.Notice?.Key);
        var (envelope, message) = Assert.Single(_desk.Server.Handed);
        Assert.Equal(["jonas@eklund.example", "eve@example.org"], envelope.Recipients);
        Assert.DoesNotContain("eve@example.org", message, StringComparison.Ordinal);
        var copy = Assert.Single(_desk.Mail.In(MailboxRole.Sent));
        Assert.Contains("Bcc: eve@example.org", copy.Text, StringComparison.Ordinal);
        Assert.Equal(Keywords.Seen, copy.Keywords);
        Assert.Empty(_desk.Mail.In(MailboxRole.Drafts));
        Assert.Equal((0, 0, 0), (_desk.Drafts.Count, _desk.Outbox.Count, _desk.Blobs.Count));
    }

    [Fact]
    public async Task A_server_that_files_by_itself_gets_no_second_copy()
    {
        _desk.Server.DuringAsync = () =>
        {
            _desk.Mail.Deliver(MailboxRole.Sent, _desk.Server.Handed[^1].Message);
            return Task.CompletedTask;
        };

        await SendAsync(await _desk.BeginAsync(StartKind.New), "jonas@eklund.example");

        Assert.Single(_desk.Mail.In(MailboxRole.Sent));
    }

    [Theory]
    [InlineData(SentCopies.Server)]
    [InlineData(SentCopies.None)]
    public async Task No_copy_is_filed_where_the_account_wants_none_of_us(SentCopies policy)
    {
        _desk.Mail.Account = _desk.Mail.Account with { SentCopies = policy };

        await SendAsync(await _desk.BeginAsync(StartKind.New), "jonas@eklund.example");

        Assert.Empty(_desk.Mail.In(MailboxRole.Sent));
        Assert.Equal(0, _desk.Outbox.Count);
    }

    [Fact]
    public async Task A_mailbox_for_copies_is_made_where_there_is_none()
    {
        _desk.Mail.Without(MailboxRole.Sent);

        await SendAsync(await _desk.BeginAsync(StartKind.New), "jonas@eklund.example");

        Assert.Single(_desk.Mail.In(MailboxRole.Sent));
    }

    [Fact]
    public async Task That_it_is_being_sent_is_written_before_the_server_is_spoken_to()
    {
        var page = await _desk.BeginAsync(StartKind.New);
        OutboxState? during = null;
        _desk.Server.DuringAsync = async () => during = (await _desk.ItemAsync(page.Id))?.State;

        await SendAsync(page, "jonas@eklund.example");

        Assert.Equal(OutboxState.Sending, during);
    }

    [Fact]
    public async Task After_a_crash_in_the_middle_nobody_sends_it_again_by_itself()
    {
        var page = await _desk.BeginAsync(StartKind.New);
        _desk.Server.Answers.Enqueue(new(SubmissionOutcome.NotSent, [], new MailFault(MailFaultKind.TimedOut)));
        await SendAsync(page, "jonas@eklund.example");
        var item = await _desk.ItemAsync(page.Id);
        await _desk.Outbox.PutAsync(page.Id.Value, item! with { State = OutboxState.Sending }, Desk.Token);

        for (var run = 0; run < 3; run++)
        {
            _desk.Clock.Advance(TimeSpan.FromHours(2));
            await RunJobAsync();
        }

        Assert.Equal(OutboxState.ReplyLost, (await _desk.ItemAsync(page.Id))!.State);
        Assert.Single(_desk.Server.Handed);
    }

    [Fact]
    public async Task A_lost_reply_waits_for_the_person_who_may_know_that_it_arrived()
    {
        var page = await _desk.BeginAsync(StartKind.New);
        _desk.Server.Answers.Enqueue(new(SubmissionOutcome.ReplyLost, [], new MailFault(MailFaultKind.Dropped)));
        var answer = await SendAsync(page, "jonas@eklund.example");
        await RunJobAsync();
        var before = _desk.Server.Handed.Count;

        await _desk.DecideAsync(page.Id, OutboxAct.Arrived);

        Assert.Equal("outbox.may-be-sent", answer.Notice?.Key);
        Assert.Equal((1, 1), (before, _desk.Server.Handed.Count));
        Assert.Single(_desk.Mail.In(MailboxRole.Sent));
        Assert.Equal(0, _desk.Outbox.Count);
    }

    [Fact]
    public async Task Trying_again_after_a_lost_reply_looks_into_sent_first()
    {
        var page = await _desk.BeginAsync(StartKind.New);
        _desk.Server.Answers.Enqueue(new(SubmissionOutcome.ReplyLost, [], new MailFault(MailFaultKind.Dropped)));
        await SendAsync(page, "jonas@eklund.example");
        _desk.Mail.Deliver(MailboxRole.Sent, _desk.Server.Handed[0].Message);

        await _desk.DecideAsync(page.Id, OutboxAct.Retry);

        Assert.Single(_desk.Server.Handed);
        Assert.Single(_desk.Mail.In(MailboxRole.Sent));
        Assert.Equal(0, _desk.Outbox.Count);
    }

    [Fact]
    public async Task What_was_not_sent_is_tried_again_later_as_the_same_message()
    {
        var page = await _desk.BeginAsync(StartKind.New);
        _desk.Server.Answers.Enqueue(new(SubmissionOutcome.NotSent, [], new MailFault(MailFaultKind.Unreachable)));
        var answer = await SendAsync(page, "jonas@eklund.example");
        await RunJobAsync();
        var early = _desk.Server.Handed.Count;

        _desk.Clock.Advance(TimeSpan.FromMinutes(2));
        await RunJobAsync();

        Assert.Equal(("outbox.not-sent-yet", 1), (answer.Notice?.Key, early));
        Assert.Equal(2, _desk.Server.Handed.Count);
        Assert.Equal(_desk.Server.Handed[0].Message, _desk.Server.Handed[1].Message);
        Assert.Equal(0, _desk.Outbox.Count);
    }

    [Fact]
    public async Task A_refused_message_says_why_and_can_be_edited_and_sent_as_another()
    {
        var page = await _desk.BeginAsync(StartKind.New);
        _desk.Server.Answers.Enqueue(new(SubmissionOutcome.Rejected, [new("jonas@nowhere.example", "no such user")], new MailFault(MailFaultKind.Refused, "550 5.1.1 no such user")));
        var answer = await SendAsync(page, "jonas@nowhere.example");
        var line = (await ShowAsync()).Lines.Single();

        var edit = Assert.IsType<OutboxAnswer.Done>(await _desk.DecideAsync(page.Id, OutboxAct.Edit));
        await SendAsync(await _desk.OpenAsync(page.Id), "jonas@eklund.example");

        Assert.Equal("outbox.was-rejected", answer.Notice?.Key);
        Assert.Equal("jonas@nowhere.example: no such user", line.Refused.Single());
        Assert.Equal($"/compose/{page.Id}", edit.Next.Value);
        Assert.Equal(["jonas@nowhere.example", "jonas@eklund.example"], _desk.Server.Handed.Select(one => one.Envelope.Recipients.Single()));
        Assert.NotEqual(IdOf(_desk.Server.Handed[0].Message), IdOf(_desk.Server.Handed[1].Message));
        Assert.Equal((0, 0), (_desk.Outbox.Count, _desk.Blobs.Count));
    }

    [Fact]
    public async Task An_international_address_the_server_cannot_take_is_said_in_plain_words()
    {
        _desk.Server.Answers.Enqueue(new(SubmissionOutcome.Rejected, [new("grå@eklund.example", "")], new MailFault(MailFaultKind.Unsupported)));
        var page = await _desk.BeginAsync(StartKind.New);

        await SendAsync(page, "grå@eklund.example");

        var line = (await ShowAsync()).Lines.Single();
        Assert.Equal(("outbox.unsupported", "grå@eklund.example"), (line.Why?.Key, line.Refused.Single()));
    }

    [Fact]
    public async Task A_full_account_keeps_what_was_sent_until_its_copy_is_filed()
    {
        _desk.Mail.AppendFaults[MailboxRole.Sent] = MailFaultKind.OverQuota;
        var page = await _desk.BeginAsync(StartKind.New);
        var answer = await SendAsync(page, "jonas@eklund.example");
        _desk.Clock.Advance(TimeSpan.FromDays(1));
        await RunJobAsync();
        var kept = await _desk.ItemAsync(page.Id);
        _desk.Mail.AppendFaults.Clear();

        await _desk.DecideAsync(page.Id, OutboxAct.Retry);

        Assert.Equal("outbox.sent-not-filed", answer.Notice?.Key);
        Assert.Equal(OutboxState.Accepted, kept?.State);
        Assert.Single(_desk.Server.Handed);
        Assert.Single(_desk.Mail.In(MailboxRole.Sent));
        Assert.Equal(0, _desk.Outbox.Count);
    }

    [Fact]
    public async Task A_file_that_cannot_be_opened_stops_the_message()
    {
        var page = await _desk.BeginAsync(StartKind.New);
        await _desk.PostAsync(Desk.Form(page, DraftAct.Attach, "jonas@eklund.example") with { Files = [Desk.File("plan.pdf", 10)] });
        _desk.Blobs.Lose((await _desk.DraftAsync(page.Id))!.Files.Single().Blob);

        var answer = Desk.Done(await _desk.PostAsync(Desk.Form(await _desk.OpenAsync(page.Id), DraftAct.Send)));

        var again = Assert.IsType<ComposeAnswer.Again>(answer);
        Assert.Equal("compose.file-lost", again.Page.Mistakes.Single().Said.Key);
        Assert.Empty(_desk.Server.Handed);
        Assert.Equal(0, _desk.Outbox.Count);
    }

    [Fact]
    public async Task Pressing_send_twice_sends_once()
    {
        var page = await _desk.BeginAsync(StartKind.New);
        var form = Desk.Form(page, DraftAct.Send, "jonas@eklund.example");
        Outcome<ComposeAnswer>? second = null;
        _desk.Server.DuringAsync = async () => second ??= await _desk.PostAsync(form);

        await _desk.PostAsync(form);

        Assert.Equal("compose.going-out", Desk.Refused(second!).Said.Key);
        Assert.Single(_desk.Server.Handed);
    }

    [Fact]
    public async Task While_it_goes_out_neither_form_nor_buttons_touch_it()
    {
        var page = await _desk.BeginAsync(StartKind.New);
        Outcome<OutboxAnswer>? decided = null;
        _desk.Server.DuringAsync = async () => decided = await _desk.AskAsync<ActOnOutbox, Outcome<OutboxAnswer>>(acts => acts.HandleAsync(new OutboxInput(page.Id, OutboxAct.Discard, Tick.On), Desk.Token));

        await SendAsync(page, "jonas@eklund.example");

        Assert.Equal("outbox.busy", Desk.Refused(decided!).Said.Key);
    }

    [Theory]
    [InlineData("jonas", "to", "compose.address.no-at")]
    [InlineData("jonas@eklund.example <", "to", "compose.address.unclosed-bracket")]
    [InlineData("", "to", "compose.no-recipients")]
    public async Task A_wrong_recipient_is_shown_at_its_field_and_everything_is_kept(string to, string field, string key)
    {
        var page = await _desk.BeginAsync(StartKind.New);

        var answer = Desk.Done(await _desk.PostAsync(Desk.Form(page, DraftAct.Send, to)));

        var again = Assert.IsType<ComposeAnswer.Again>(answer);
        Assert.Equal(422, again.Status);
        Assert.Contains(again.Page.Mistakes, mistake => mistake.Field == field && mistake.Said.Key == key);
        Assert.Equal("Dear Jonas", again.Page.Text);
        Assert.Empty(_desk.Server.Handed);
    }

    [Fact]
    public async Task A_line_end_among_recipients_parts_addresses_and_begins_no_field()
    {
        await SendAsync(await _desk.BeginAsync(StartKind.New), "jonas@eklund.example\r\nX-Evil: eve@example.org");

        var (envelope, message) = _desk.Server.Handed.Single();
        Assert.Equal(["jonas@eklund.example", "eve@example.org"], envelope.Recipients);
        Assert.DoesNotContain("X-Evil", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Hello\r\nBcc: eve@example.org")]
    [InlineData("Hello\nX-Evil: 1")]
    [InlineData("Hello\u2028X-Evil: 1")]
    public async Task A_subject_of_two_lines_is_refused(string subject)
    {
        var answer = Desk.Done(await _desk.PostAsync(Desk.Form(await _desk.BeginAsync(StartKind.New), DraftAct.Send, "jonas@eklund.example", subject)));

        Assert.Equal("subject", Assert.IsType<ComposeAnswer.Again>(answer).Page.Mistakes.Single().Field);
        Assert.Empty(_desk.Server.Handed);
    }

    [Fact]
    public async Task Two_thousand_recipients_are_one_message()
    {
        var to = string.Join(", ", Enumerable.Range(0, 2_000).Select(number => $"person{number}@example.org"));

        var answer = await SendAsync(await _desk.BeginAsync(StartKind.New), to);

        Assert.Equal("outbox.sent", answer.Notice?.Key);
        Assert.Equal(2_000, _desk.Server.Handed.Single().Envelope.Recipients.Count);
    }

    [Fact]
    public async Task Discarding_asks_first_and_says_when_it_may_have_gone_out()
    {
        var page = await _desk.BeginAsync(StartKind.New);
        _desk.Server.Answers.Enqueue(new(SubmissionOutcome.ReplyLost, [], new MailFault(MailFaultKind.Dropped)));
        await SendAsync(page, "jonas@eklund.example");

        var asked = await _desk.DecideAsync(page.Id, OutboxAct.Discard);
        var kept = _desk.Outbox.Count;
        await _desk.DecideAsync(page.Id, OutboxAct.Discard, Tick.On);

        Assert.True(Assert.IsType<OutboxAnswer.AskDiscard>(asked).MayBeSent);
        Assert.Equal(1, kept);
        Assert.Equal((0, 0, 0), (_desk.Outbox.Count, _desk.Drafts.Count, _desk.Blobs.Count));
    }

    private static string IdOf(string message) => message.Split("\r\n").First(line => line.StartsWith("Message-ID", StringComparison.OrdinalIgnoreCase));

    private async Task<ComposeAnswer.Done> SendAsync(ComposePage page, string to, string bcc = "") =>
        Assert.IsType<ComposeAnswer.Done>(Desk.Done(await _desk.PostAsync(Desk.Form(page, DraftAct.Send, to) with { Bcc = Prose.Read(bcc) })));

    private async Task<OutboxPage> ShowAsync() => Desk.Done(await _desk.AskAsync<ShowOutbox, Outcome<OutboxPage>>(show => show.HandleAsync(Nothing.Read(null!), Desk.Token)));

    private Task RunJobAsync() => _desk.AskAsync<SendOutbox, bool>(async job =>
    {
        await job.RunAsync(Desk.Token);
        return true;
    });
}
