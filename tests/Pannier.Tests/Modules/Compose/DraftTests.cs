using Pannier.Core;
using Pannier.Core.Http;
using Pannier.Mail;
using Pannier.Modules.Compose;

namespace Pannier.Tests.Modules.Compose;

public sealed class DraftTests : IDisposable
{
    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task Opening_the_form_keeps_nothing_yet()
    {
        await _desk.BeginAsync(StartKind.New);

        Assert.Equal(0, _desk.Drafts.Count);
    }

    [Fact]
    public async Task What_is_typed_is_kept_as_it_is_even_where_it_is_no_message_yet()
    {
        var page = await _desk.BeginAsync(StartKind.New);

        var saved = Desk.Done(await _desk.SaveAsync(Desk.Form(page, null, "jonas@, \"half", "  Two  blanks ", "> line\n\n end ")));

        var again = await _desk.OpenAsync(page.Id);
        Assert.Equal(1, saved.Version);
        Assert.Equal(("jonas@, \"half", "  Two  blanks ", "> line\n\n end ", 1), (again.To, again.Subject, again.Text, again.Version));
    }

    [Fact]
    public async Task The_same_again_is_no_new_edition()
    {
        var page = await _desk.BeginAsync(StartKind.New);
        await _desk.SaveAsync(Desk.Form(page, null, "jonas@eklund.example"));

        var again = Desk.Done(await _desk.SaveAsync(Desk.Form(page, null, "jonas@eklund.example") with { Version = 1 }));

        Assert.Equal(1, again.Version);
    }

    [Fact]
    public async Task An_older_page_never_writes_over_a_newer_text()
    {
        var page = await _desk.BeginAsync(StartKind.New);
        await _desk.SaveAsync(Desk.Form(page, null, "jonas@eklund.example", text: "first"));
        await _desk.SaveAsync(Desk.Form(page, null, "jonas@eklund.example", text: "second") with { Version = 1 });

        var late = Desk.Refused(await _desk.SaveAsync(Desk.Form(page, null, "jonas@eklund.example", text: "late") with { Version = 1 }));

        Assert.Equal((409, "compose.conflict"), (late.Status, late.Said.Key));
        Assert.Equal("second", (await _desk.OpenAsync(page.Id)).Text);
    }

    [Fact]
    public async Task Two_pages_that_disagree_end_in_two_drafts_and_nothing_is_sent()
    {
        var page = await _desk.BeginAsync(StartKind.New);
        await _desk.PostAsync(Desk.Form(page, DraftAct.Attach, "jonas@eklund.example", text: "here") with { Files = [Desk.File("plan.pdf", 10)] });

        var late = Assert.IsType<ComposeAnswer.Again>(Desk.Done(await _desk.PostAsync(Desk.Form(page, DraftAct.Send, "jonas@eklund.example", text: "there"))));

        Assert.Equal(409, late.Status);
        Assert.NotEqual(page.Id, late.Page.Id);
        Assert.Equal(("there", "plan.pdf"), (late.Page.Text, late.Page.Files.Single().Name));
        Assert.Equal("here", (await _desk.OpenAsync(page.Id)).Text);
        Assert.Empty(_desk.Server.Handed);
    }

    [Fact]
    public async Task A_form_of_a_draft_that_was_discarded_elsewhere_becomes_a_draft_of_its_own()
    {
        var page = await _desk.BeginAsync(StartKind.New);
        await _desk.SaveAsync(Desk.Form(page, null, "jonas@eklund.example"));
        await _desk.PostAsync(Desk.Form(page, DraftAct.Discard) with { Sure = Tick.On });

        var late = Assert.IsType<ComposeAnswer.Again>(Desk.Done(await _desk.PostAsync(Desk.Form(page, DraftAct.Draft, "jonas@eklund.example", text: "still mine") with { Version = 1 })));

        Assert.Equal("still mine", (await _desk.OpenAsync(late.Page.Id)).Text);
    }

    [Fact]
    public async Task A_file_uploaded_by_itself_does_not_make_the_page_too_old()
    {
        var page = await _desk.BeginAsync(StartKind.New);
        var hidden = Desk.Form(page) with { From = null, To = null, Cc = null, Bcc = null, Subject = null, Text = null, Files = [Desk.File("a.pdf", 5)] };
        var attached = Desk.Done(await _desk.AskAsync<AttachFiles, Outcome<AttachedFiles>>(attach => attach.HandleAsync(hidden, Desk.Token)));

        var saved = Desk.Done(await _desk.SaveAsync(Desk.Form(page, null, "jonas@eklund.example")));

        Assert.Equal("a.pdf", attached.Files.Single().Name);
        Assert.Equal(1, saved.Version);
        Assert.Single((await _desk.OpenAsync(page.Id)).Files);
    }

    [Fact]
    public async Task Thirty_megabytes_fit_and_what_does_not_is_refused_while_the_text_stays()
    {
        var page = await _desk.BeginAsync(StartKind.New);

        var answer = Desk.Done(await _desk.PostAsync(Desk.Form(page, DraftAct.Send, "jonas@eklund.example") with { Files = [Desk.File("film.mov", 30_000_000), Desk.File("more.mov", 30_000_000)] }));

        var again = Assert.IsType<ComposeAnswer.Again>(answer);
        Assert.Equal((413, "compose.too-large"), (again.Status, again.Page.Mistakes.Single().Said.Key));
        Assert.Equal(("film.mov", "Dear Jonas"), (again.Page.Files.Single().Name, again.Page.Text));
        Assert.Empty(_desk.Server.Handed);
    }

    [Fact]
    public async Task Removing_a_file_removes_its_bytes()
    {
        var page = await _desk.BeginAsync(StartKind.New);
        await _desk.PostAsync(Desk.Form(page, DraftAct.Attach, "") with { Files = [Desk.File("../../etc/passwd", 5)] });
        var kept = await _desk.OpenAsync(page.Id);

        await _desk.PostAsync(Desk.Form(kept) with { Remove = FileId.Read(kept.Files.Single().Id) });

        Assert.Equal("passwd", kept.Files.Single().Name);
        Assert.Empty((await _desk.OpenAsync(page.Id)).Files);
        Assert.Equal(0, _desk.Blobs.Count);
    }

    [Fact]
    public async Task Saved_to_the_server_it_has_one_copy_there_and_no_other_draft_is_touched()
    {
        _desk.Mail.Deliver(MailboxRole.Drafts, "From: ada@example.org\nSubject: another\n\nmine too");
        var page = await _desk.BeginAsync(StartKind.New);
        await _desk.PostAsync(Desk.Form(page, DraftAct.Draft, "jonas@eklund.example", "one") with { Bcc = Prose.Read("eve@example.org") });

        await _desk.PostAsync(Desk.Form(await _desk.OpenAsync(page.Id), DraftAct.Draft, "jonas@eklund.example", "two"));

        var drafts = _desk.Mail.In(MailboxRole.Drafts);
        Assert.Equal(["another", "two"], drafts.Select(draft => draft.Head().Row.Envelope.Subject).Order());
        var ours = drafts.Single(draft => draft.Text.Contains("Subject: two", StringComparison.Ordinal));
        Assert.Equal(Keywords.Draft | Keywords.Seen, ours.Keywords);
        Assert.Contains("Bcc: eve@example.org", ours.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_uidplus_the_copy_is_found_by_its_message_id_and_replaced_all_the_same()
    {
        _desk.Mail.TellsUid = false;
        var page = await _desk.BeginAsync(StartKind.New);
        await _desk.PostAsync(Desk.Form(page, DraftAct.Draft, "jonas@eklund.example", "one"));

        await _desk.PostAsync(Desk.Form(await _desk.OpenAsync(page.Id), DraftAct.Draft, "jonas@eklund.example", "two"));

        Assert.Equal("two", _desk.Mail.In(MailboxRole.Drafts).Single().Head().Row.Envelope.Subject);
    }

    [Fact]
    public async Task A_full_mailbox_leaves_the_draft_in_the_journal_and_says_so()
    {
        _desk.Mail.AppendFaults[MailboxRole.Drafts] = MailFaultKind.OverQuota;
        var page = await _desk.BeginAsync(StartKind.New);

        var answer = Assert.IsType<ComposeAnswer.Done>(Desk.Done(await _desk.PostAsync(Desk.Form(page, DraftAct.Draft, "jonas@eklund.example"))));

        Assert.Equal("compose.not-filed", answer.Notice?.Key);
        Assert.Equal("Dear Jonas", (await _desk.OpenAsync(page.Id)).Text);
    }

    [Fact]
    public async Task A_draft_of_the_server_opens_without_loss_and_its_copy_is_replaced()
    {
        var first = await _desk.BeginAsync(StartKind.New);
        await _desk.PostAsync(Desk.Form(first, DraftAct.Draft, "\"Eklund, Jonas\" <jonas@eklund.example>", "Grüße 🐸", "line  \n\n-- \nAda") with { Files = [Desk.File("plan.pdf", 100)] });
        await _desk.Drafts.RemoveAsync(first.Id.Value, Desk.Token); // another machine has no journal of it
        var copy = _desk.Mail.In(MailboxRole.Drafts).Single().Key;

        var page = await _desk.BeginAsync(StartKind.Edit, copy);
        await _desk.PostAsync(Desk.Form(page, DraftAct.Draft) with { Text = Prose.Read(page.Text + "!") });

        Assert.Equal(("\"Eklund, Jonas\" <jonas@eklund.example>", "Grüße 🐸", "line  \n\n-- \nAda"), (page.To, page.Subject, page.Text));
        Assert.Equal("plan.pdf", page.Files.Single().Name);
        var now = _desk.Mail.In(MailboxRole.Drafts).Single();
        Assert.NotEqual(copy, now.Key);
        Assert.Equal(100, (await _desk.OpenAsync(page.Id)).Files.Count * 100);
    }

    [Fact]
    public async Task A_copy_of_ours_opens_the_newer_text_of_the_journal()
    {
        var page = await _desk.BeginAsync(StartKind.New);
        await _desk.PostAsync(Desk.Form(page, DraftAct.Draft, "jonas@eklund.example", text: "old"));
        await _desk.SaveAsync(Desk.Form(page, null, "jonas@eklund.example", text: "newer") with { Version = 1 });

        var opened = await _desk.BeginAsync(StartKind.Edit, _desk.Mail.In(MailboxRole.Drafts).Single().Key);

        Assert.Equal((page.Id, "newer"), (opened.Id, opened.Text));
    }

    [Fact]
    public async Task A_formatted_draft_of_another_program_is_never_replaced_by_its_text()
    {
        var foreign = _desk.Mail.Deliver(MailboxRole.Drafts, "From: ada@example.org\nSubject: nice\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n<b>bold</b>");
        var page = await _desk.BeginAsync(StartKind.Edit, foreign);

        await _desk.PostAsync(Desk.Form(page, DraftAct.Draft));

        Assert.Equal("compose.lost-formatting", page.Notes.Single().Key);
        Assert.Equal(2, _desk.Mail.In(MailboxRole.Drafts).Count);
        Assert.NotNull(await _desk.Mail.OpenAsync(foreign, Desk.Token));
    }

    [Fact]
    public async Task A_draft_left_alone_goes_to_the_server_by_itself()
    {
        var page = await _desk.BeginAsync(StartKind.New);
        await _desk.SaveAsync(Desk.Form(page, null, "jonas@eklund.example"));
        await RunAsync();
        Assert.Empty(_desk.Mail.In(MailboxRole.Drafts));

        _desk.Clock.Advance(TimeSpan.FromMinutes(3));
        await RunAsync();
        await RunAsync();

        Assert.Single(_desk.Mail.In(MailboxRole.Drafts));

        async Task RunAsync() => await _desk.AskAsync<FileDrafts, bool>(async job =>
        {
            await job.RunAsync(Desk.Token);
            return true;
        });
    }

    [Fact]
    public async Task Discarding_asks_first_and_then_leaves_nothing_behind()
    {
        var page = await _desk.BeginAsync(StartKind.New);
        await _desk.PostAsync(Desk.Form(page, DraftAct.Draft, "jonas@eklund.example") with { Files = [Desk.File("a", 3)] });

        var asked = Desk.Done(await _desk.PostAsync(Desk.Form(await _desk.OpenAsync(page.Id), DraftAct.Discard)));
        var kept = _desk.Drafts.Count;
        await _desk.PostAsync(Desk.Form(page, DraftAct.Discard) with { Sure = Tick.On });

        Assert.IsType<ComposeAnswer.AskDiscard>(asked);
        Assert.Equal(1, kept);
        Assert.Equal((0, 0, 0), (_desk.Drafts.Count, _desk.Blobs.Count, _desk.Mail.In(MailboxRole.Drafts).Count));
    }
}
