using Dapper;
using Microsoft.Data.Sqlite;
using Pannier.Core.Storage;
using Pannier.Core.Users;
using Pannier.Tests.Core.Records;
using Pannier.Tests.Support;

namespace Pannier.Tests.Core.Storage;

public sealed class BackupTests : IDisposable
{
    private readonly TempDirectory _elsewhere = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Copy => _elsewhere.File("pannier-backup.db");

    public void Dispose() => _elsewhere.Dispose();

    [Fact]
    public async Task A_backup_taken_while_others_write_restores_all_data_and_no_session_or_link()
    {
        await using var site = await KeptSite.OpenAsync();
        var ada = await site.RegisterAsync("ada");
        var session = await site.EnterAsync(ada.User, ada.Keyring);
        await site.Records<Note>(session).PutAsync("1", new("kept"), Cancellation);
        await site.Links.InviteAsync(Role.Member, Cancellation);
        using var stop = new CancellationTokenSource();
        var writing = Task.Run(
            async () =>
            {
                while (!stop.IsCancellationRequested) await site.Records<Note>(session).PutAsync("2", new("busy"), Cancellation);
            },
            Cancellation);

        await Backup.WriteAsync(site.Database, Copy, Cancellation);
        await stop.CancelAsync();
        await writing;
        Assert.Equal([Copy], Directory.GetFiles(_elsewhere.Path));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Copy));
        Assert.Null(await Restore.RunAsync(Copy, _elsewhere.File("new"), site.Clock, Cancellation));

        using var restored = new Database(_elsewhere.File("new"));
        Assert.Equal(0, await restored.ReadAsync(connection => connection.ExecuteScalarAsync<long>("SELECT (SELECT COUNT(*) FROM session) + (SELECT COUNT(*) FROM link)"), Cancellation));
        Assert.Equal(1, await restored.ReadAsync(connection => connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM record WHERE id = '1'"), Cancellation));
        Assert.Equal(["pannier.db", "pannier.lock"], Directory.GetFiles(_elsewhere.File("new")).Select(Path.GetFileName).Where(name => !name!.Contains('-', StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_restored_person_signs_in_and_reads_and_what_was_there_before_is_kept()
    {
        await using var site = await KeptSite.OpenAsync();
        var ada = await site.RegisterAsync("ada");
        await site.Records<Note>(await site.EnterAsync(ada.User, ada.Keyring)).PutAsync("1", new("kept"), Cancellation);
        await Backup.WriteAsync(site.Database, Copy, Cancellation);
        await site.RegisterAsync("eve");

        var kept = await Restore.RunAsync(Copy, site.Directory, site.Clock, Cancellation);

        await using var after = await site.AgainAsync();
        Assert.Equal(["ada"], (await after.People.AllAsync(Cancellation)).Select(user => user.Name.Shown));
        var opened = Assert.IsType<SignInOutcome.Opened>(await after.SignInAsync("ada"));
        Assert.Equal("kept", (await after.Records<Note>(await after.EnterAsync(opened.User, opened.Keyring)).FindAsync("1", Cancellation))?.Value.Text);
        await using var before = new SqliteConnection($"Data Source={kept};Pooling=False");
        Assert.Equal(2, await before.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM person"));
    }

    [Fact]
    public async Task A_backup_never_writes_over_a_file_and_says_where_it_cannot_write()
    {
        await using var site = await KeptSite.OpenAsync();
        await File.WriteAllTextAsync(Copy, "mine", Cancellation);

        await Assert.ThrowsAsync<StorageFault>(() => Backup.WriteAsync(site.Database, Copy, Cancellation));
        var fault = await Assert.ThrowsAsync<StorageFault>(() => Backup.WriteAsync(site.Database, _elsewhere.File("none/backup.db"), Cancellation));

        Assert.Equal(StorageTrouble.Unreachable, fault.Trouble);
        Assert.Equal("mine", await File.ReadAllTextAsync(Copy, Cancellation));
    }

    [Fact]
    public async Task What_is_no_backup_changes_nothing()
    {
        await using var site = await KeptSite.OpenAsync();
        await site.RegisterAsync("ada");
        await File.WriteAllTextAsync(_elsewhere.File("text"), new string('x', 9000), Cancellation);
        await using (var empty = new SqliteConnection($"Data Source={_elsewhere.File("other.db")};Pooling=False")) await empty.ExecuteAsync("CREATE TABLE x (y)");
        await Backup.WriteAsync(site.Database, _elsewhere.File("cut.db"), Cancellation);
        await using (var cut = File.Open(_elsewhere.File("cut.db"), FileMode.Open)) cut.SetLength(cut.Length / 2);
        await Backup.WriteAsync(site.Database, _elsewhere.File("newer.db"), Cancellation);
        await using (var newer = new SqliteConnection($"Data Source={_elsewhere.File("newer.db")};Pooling=False")) await newer.ExecuteAsync("INSERT INTO migration (number, name) VALUES (9999, 'x')");

        foreach (var (name, trouble) in (KeyValuePair<string, StorageTrouble>[])[new("text", StorageTrouble.Damaged), new("other.db", StorageTrouble.Damaged), new("cut.db", StorageTrouble.Damaged), new("newer.db", StorageTrouble.Newer), new("none.db", StorageTrouble.Unreachable)])
            Assert.Equal(trouble, (await Assert.ThrowsAsync<StorageFault>(() => Restore.RunAsync(_elsewhere.File(name), site.Directory, site.Clock, Cancellation))).Trouble);

        Assert.Single(await site.People.AllAsync(Cancellation));
        Assert.DoesNotContain(Directory.GetFiles(site.Directory), file => file.Contains("restor", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_running_pannier_is_not_restored_under()
    {
        await using var site = await KeptSite.OpenAsync();
        await Backup.WriteAsync(site.Database, Copy, Cancellation);
        using var held = DataDirectory.TryHold(site.Directory);

        var fault = await Assert.ThrowsAsync<StorageFault>(() => Restore.RunAsync(Copy, site.Directory, site.Clock, Cancellation));

        Assert.Equal(StorageTrouble.InUse, fault.Trouble);
    }
}
