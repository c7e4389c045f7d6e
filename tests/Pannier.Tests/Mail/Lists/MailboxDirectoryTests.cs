using Pannier.Mail;
using Pannier.Mail.Lists;
using Pannier.Tests.Support;

namespace Pannier.Tests.Mail.Lists;

public sealed class MailboxDirectoryTests
{
    private readonly OneAccount _ann = new(1);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Gives_each_mailbox_an_id_once_and_writes_it_down()
    {
        _ann.Server.Make("Work");

        var first = await _ann.Directory.GetAsync(_ann.Store, Cancellation);
        var again = await _ann.Directory.RefreshAsync(_ann.Store, Cancellation);
        var later = await new MailboxDirectory(_ann.Open.Id, _ann.Saved, (_, _) => throw new InvalidOperationException("nothing has changed")).RefreshAsync(_ann.Store, Cancellation);

        Assert.Equal(["INBOX", "Work"], first.Select(mailbox => mailbox.Name.Value));
        Assert.Equal(first.Select(mailbox => mailbox.Id), again.Select(mailbox => mailbox.Id));
        Assert.Equal(first.Select(mailbox => mailbox.Id), later.Select(mailbox => mailbox.Id));
    }

    [Fact]
    public async Task Asks_the_server_once_for_what_it_was_told()
    {
        Assert.Null(_ann.Directory.Listed);
        await _ann.Directory.GetAsync(_ann.Store, Cancellation);
        await _ann.Directory.GetAsync(_ann.Store, Cancellation);

        Assert.Equal(["list"], _ann.Server.Acts);
        Assert.NotNull(_ann.Directory.Listed);
    }

    [Fact]
    public async Task Ids_stay_through_a_rename_below_it_too()
    {
        foreach (var name in (string[])["Work", "Work/2025", "Work/2025/Old", "Workshop"]) _ann.Server.Make(name);
        var before = (await _ann.Directory.GetAsync(_ann.Store, Cancellation)).ToDictionary(mailbox => mailbox.Name.Value, mailbox => mailbox.Id);

        await _ann.Directory.RenameAsync(_ann.Store, new MailboxName("Work", '/'), new MailboxName("Jobs", '/'), Cancellation);

        var after = _ann.Directory.Listed!.ToDictionary(mailbox => mailbox.Name.Value, mailbox => mailbox.Id);
        Assert.Equal((before["Work"], before["Work/2025"], before["Work/2025/Old"], before["Workshop"]), (after["Jobs"], after["Jobs/2025"], after["Jobs/2025/Old"], after["Workshop"]));
        Assert.Equal(after["Jobs"], _ann.Saved.Single(known => known.Name == "Jobs").Id);
    }

    [Fact]
    public async Task Ids_stay_through_a_rename_while_others_look()
    {
        _ann.Server.Make("Work");
        var id = (await _ann.BoxAsync("Work")).Id;

        for (var round = 0; round < 20; round++)
        {
            var (from, to) = round % 2 == 0 ? ("Work", "Jobs") : ("Jobs", "Work");
            await Task.WhenAll(
                _ann.Directory.RefreshAsync(_ann.Store, Cancellation),
                _ann.Directory.RenameAsync(_ann.Store, new MailboxName(from, '/'), new MailboxName(to, '/'), Cancellation),
                _ann.Directory.RefreshAsync(_ann.Store, Cancellation));
            Assert.Equal(id, (await _ann.BoxAsync(to)).Id);
        }
    }

    [Fact]
    public async Task A_rename_the_server_refuses_changes_nothing()
    {
        _ann.Server.Make("Work");
        var before = await _ann.Directory.GetAsync(_ann.Store, Cancellation);
        _ann.Server.Before = act =>
        {
            if (act.StartsWith("rename", StringComparison.Ordinal)) throw new MailFault(MailFaultKind.Refused);
        };

        await Assert.ThrowsAsync<MailFault>(() => _ann.Directory.RenameAsync(_ann.Store, new MailboxName("Work", '/'), new MailboxName("Jobs", '/'), Cancellation));

        Assert.Equal(before.Select(mailbox => mailbox.Id), (await _ann.Directory.RefreshAsync(_ann.Store, Cancellation)).Select(mailbox => mailbox.Id));
    }

    [Fact]
    public async Task A_mailbox_that_is_gone_is_forgotten_and_one_made_under_its_name_is_another()
    {
        _ann.Server.Make("Work");
        var id = (await _ann.BoxAsync("Work")).Id;
        _ann.Server.Remove("Work");
        await _ann.Directory.RefreshAsync(_ann.Store, Cancellation);
        Assert.Null(await _ann.Directory.FindAsync(_ann.Store, id, Cancellation));

        _ann.Server.Make("Work");
        await _ann.Directory.RefreshAsync(_ann.Store, Cancellation);

        Assert.NotEqual(id, (await _ann.BoxAsync("Work")).Id);
    }

    [Fact]
    public async Task A_role_one_chose_wins_over_server_and_name_and_is_held_by_one_mailbox()
    {
        _ann.Server.Make("Trash", MailboxRole.Trash);
        _ann.Server.Make("Bin");
        _ann.Server.Make("Old bin");
        var (trash, bin, old) = (await _ann.BoxAsync("Trash"), await _ann.BoxAsync("Bin"), await _ann.BoxAsync("Old bin"));
        Assert.Equal(MailboxRole.Trash, trash.Role);

        await _ann.Directory.ChooseRoleAsync(_ann.Store, old.Id, MailboxRole.Trash, Cancellation);
        await _ann.Directory.ChooseRoleAsync(_ann.Store, bin.Id, MailboxRole.Trash, Cancellation);

        Assert.Equal([bin.Id], _ann.Directory.Listed!.Where(mailbox => mailbox.Role == MailboxRole.Trash).Select(mailbox => mailbox.Id));
        Assert.Equal(bin.Id, (await _ann.Directory.FindAsync(_ann.Store, MailboxRole.Trash, Cancellation))?.Id);

        await _ann.Directory.ChooseRoleAsync(_ann.Store, bin.Id, null, Cancellation);
        Assert.Equal(trash.Id, (await _ann.Directory.FindAsync(_ann.Store, MailboxRole.Trash, Cancellation))?.Id);
    }

    [Fact]
    public async Task A_mailbox_one_cannot_open_has_no_role_to_move_to()
    {
        _ann.Server.Put(new FakeMailbox("Trash", MailboxRole.Trash, 5) { Selectable = false });

        Assert.Null(await _ann.Directory.FindAsync(_ann.Store, MailboxRole.Trash, Cancellation));
    }
}
