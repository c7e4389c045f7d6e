using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using Pannier.Core.Storage;
using Pannier.Tests.Support;

namespace Pannier.Tests.Core.Storage;

public sealed class DatabaseTests : IDisposable
{
    private const UnixFileMode OwnersFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly TempDirectory _directory = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void A_link_in_place_of_a_file_is_refused()
    {
        var outside = _directory.File("outside");
        File.WriteAllText(outside, "theirs");
        File.CreateSymbolicLink(_directory.File("link.db"), outside);

        var fault = Assert.Throws<StorageFault>(() => DataDirectory.Claim(_directory.File("link.db")));

        Assert.Contains("is a link", fault.Message, StringComparison.Ordinal);
        Assert.Equal("theirs", File.ReadAllText(outside));
    }

    [Fact]
    public async Task Directory_and_files_are_their_owners_only()
    {
        var path = _directory.File("data");
        using var database = new Database(path);
        await database.MigrateAsync(Cancellation);
        await RunAsync(database, "INSERT INTO link (token_hash, role, is_first, expires_at) VALUES (x'00', 'Member', 0, 0)");
        using var held = DataDirectory.TryHold(path);

        Assert.Equal(OwnersFile | UnixFileMode.UserExecute, File.GetUnixFileMode(path));
        Assert.All(Directory.GetFiles(path), file => Assert.Equal(OwnersFile, File.GetUnixFileMode(file)));
        Assert.Contains(_directory.File("data/pannier.db-wal"), Directory.GetFiles(path));
    }

    [Fact]
    public async Task What_waits_for_no_disk_is_seen_at_once_and_on_the_disk_soon_after()
    {
        var path = _directory.File("data");
        using var database = new Database(path);
        await database.MigrateAsync(Cancellation);
        var before = await InFileAloneAsync(path);

        await database.WriteSoonAsync((connection, transaction) => connection.ExecuteAsync("INSERT INTO link (token_hash, role, is_first, expires_at) VALUES (x'01', 'Member', 0, 0)", transaction: transaction), Cancellation);

        Assert.Equal(1, await database.ReadAsync(connection => connection.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM link"), Cancellation));
        for (var i = 0; i < 400 && await InFileAloneAsync(path) != 1; i++) await Task.Delay(25, Cancellation);
        Assert.Equal((null, 1), (before, await InFileAloneAsync(path)));
    }

    [Fact]
    public async Task A_write_waits_for_the_disk_though_the_one_before_it_did_not()
    {
        using var database = await OpenAsync();
        static Task<long> AskAsync(DbConnection connection, DbTransaction transaction) => connection.ExecuteScalarAsync<long>("PRAGMA synchronous", transaction: transaction);

        var soon = await database.WriteSoonAsync(AskAsync, Cancellation);
        var after = await database.WriteAsync(AskAsync, Cancellation);

        Assert.Equal((1, 2), (soon, after)); // NORMAL, FULL
    }

    [Fact]
    public async Task What_waits_for_no_disk_and_fails_changes_nothing()
    {
        using var database = new Database(_directory.File("data"));
        await database.MigrateAsync(Cancellation);

        await Assert.ThrowsAsync<InvalidOperationException>(() => database.WriteSoonAsync<int>(
            async (connection, transaction) =>
            {
                await connection.ExecuteAsync("INSERT INTO link (token_hash, role, is_first, expires_at) VALUES (x'01', 'Member', 0, 0)", transaction: transaction);
                throw new InvalidOperationException("half-way");
            },
            Cancellation));

        Assert.Equal(0, await database.ReadAsync(connection => connection.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM link"), Cancellation));
    }

    [Fact]
    public void A_directory_open_to_others_or_that_cannot_be_made_is_refused_with_the_remedy()
    {
        var path = _directory.File("open");
        Directory.CreateDirectory(path, OwnersFile | UnixFileMode.UserExecute | UnixFileMode.GroupRead);
        File.WriteAllText(_directory.File("file"), "");

        Assert.Contains("chmod 0700", Assert.Throws<InvalidOperationException>(() => DataDirectory.Make(path)).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => DataDirectory.Make(_directory.File("file/below")));
        Assert.Equal(StorageTrouble.Unreachable, Assert.Throws<StorageFault>(() => DataDirectory.Claim(_directory.File("none/x"))).Trouble);
    }

    [Fact]
    public void One_process_holds_a_directory_at_a_time()
    {
        using (var held = DataDirectory.TryHold(_directory.Path))
        {
            Assert.NotNull(held);
            Assert.Null(DataDirectory.TryHold(_directory.Path));
        }

        using var again = DataDirectory.TryHold(_directory.Path);
        Assert.NotNull(again);
    }

    [Fact]
    public async Task Scripts_run_once_and_settings_hold_on_every_connection()
    {
        using var database = await OpenAsync();
        await database.MigrateAsync(Cancellation);

        Assert.Equal(Migration.All(typeof(Migration).Assembly).Select(script => script.Number), await database.ReadAsync(connection => connection.QueryAsync<long>("SELECT number FROM migration ORDER BY number"), Cancellation));
        Assert.Equal("wal", await database.ReadAsync(connection => connection.ExecuteScalarAsync<string>("PRAGMA journal_mode"), Cancellation));
        foreach (var (setting, value) in (KeyValuePair<string, long>[])[new("secure_delete", 1), new("foreign_keys", 1), new("synchronous", 2), new("temp_store", 2), new("trusted_schema", 0)])
            Assert.Equal(value, await database.ReadAsync(connection => connection.ExecuteScalarAsync<long>($"PRAGMA {setting}"), Cancellation));
    }

    [Fact]
    public async Task A_database_of_a_newer_program_is_refused_and_left_alone()
    {
        using var database = await OpenAsync();
        await RunAsync(database, "INSERT INTO migration (number, name) VALUES (9999, '9999-later')");

        var fault = await Assert.ThrowsAsync<StorageFault>(() => database.MigrateAsync(Cancellation));

        Assert.Equal(StorageTrouble.Newer, fault.Trouble);
        Assert.Contains("9999", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_write_that_fails_leaves_nothing()
    {
        using var database = await OpenAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => database.WriteAsync(
            async (connection, transaction) =>
            {
                await connection.ExecuteAsync("INSERT INTO link (token_hash, role, is_first, expires_at) VALUES (x'00', 'Member', 0, 0)", transaction: transaction);
                throw new InvalidOperationException();
            },
            Cancellation));

        Assert.Equal(0, await database.ReadAsync(connection => connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM link"), Cancellation));
    }

    [Fact]
    public async Task Writers_wait_for_each_other_and_readers_for_nobody()
    {
        using var database = await OpenAsync();
        await RunAsync(database, "INSERT INTO link (token_hash, role, is_first, expires_at) VALUES (x'00', 'Member', 0, 0)");

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(
            () => database.WriteAsync(
                async (connection, transaction) =>
                {
                    var now = await connection.ExecuteScalarAsync<long>("SELECT expires_at FROM link", transaction: transaction);
                    await Task.Yield();
                    await connection.ExecuteAsync("UPDATE link SET expires_at = @next", new { next = now + 1 }, transaction);
                    Assert.Equal(1, await database.ReadAsync(reader => reader.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM link"), Cancellation));
                },
                Cancellation),
            Cancellation)));

        Assert.Equal(20, await database.ReadAsync(connection => connection.ExecuteScalarAsync<long>("SELECT expires_at FROM link"), Cancellation));
    }

    [Fact]
    public async Task A_full_disk_is_told_and_changes_nothing()
    {
        using var database = await OpenAsync();

        var fault = await Assert.ThrowsAsync<StorageFault>(() => database.WriteAsync(
            async (connection, transaction) =>
            {
                await connection.ExecuteAsync("INSERT INTO link (token_hash, role, is_first, expires_at) VALUES (x'01', 'Member', 0, 0)", transaction: transaction);
                var pages = await connection.ExecuteScalarAsync<long>("PRAGMA page_count", transaction: transaction);
                await connection.ExecuteAsync($"PRAGMA max_page_count = {pages}", transaction: transaction);
                await connection.ExecuteAsync("INSERT INTO link (token_hash, role, is_first, expires_at) VALUES (zeroblob(1000000), 'Member', 0, 0)", transaction: transaction);
            },
            Cancellation));

        Assert.Equal(StorageTrouble.Full, fault.Trouble);
        Assert.Contains("make room", fault.Message, StringComparison.Ordinal);
        Assert.Equal(0, await database.ReadAsync(connection => connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM link"), Cancellation));
    }

    [Theory]
    [InlineData(13, StorageTrouble.Full)]
    [InlineData(8, StorageTrouble.ReadOnly)]
    [InlineData(5, StorageTrouble.Busy)]
    [InlineData(6, StorageTrouble.Busy)]
    [InlineData(11, StorageTrouble.Damaged)]
    [InlineData(26, StorageTrouble.Damaged)]
    [InlineData(10, StorageTrouble.Unreachable)]
    [InlineData(14, StorageTrouble.Unreachable)]
    public void Every_trouble_has_its_name(int code, StorageTrouble trouble) =>
        Assert.Equal(trouble, SqliteEngine.Read(new SqliteException("x", code), "pannier.db")?.Trouble);

    [Fact]
    public void A_bug_of_ours_is_no_trouble_of_the_storage() => Assert.Null(SqliteEngine.Read(new SqliteException("no such column", 1), "pannier.db"));

    [Fact]
    public async Task A_file_that_is_no_database_is_named_and_left_alone()
    {
        var text = new string('x', 5000);
        await File.WriteAllTextAsync(_directory.File("pannier.db"), text, Cancellation);
        using var database = new Database(_directory.Path);

        var fault = await Assert.ThrowsAsync<StorageFault>(() => database.MigrateAsync(Cancellation));

        Assert.Equal(StorageTrouble.Damaged, fault.Trouble);
        Assert.Equal(text, await File.ReadAllTextAsync(_directory.File("pannier.db"), Cancellation));
    }

    private async Task<Database> OpenAsync()
    {
        var database = new Database(_directory.Path);
        await database.MigrateAsync(Cancellation);
        return database;
    }

    /// <summary>Links in the database's own file, without its log; null before there is a table in it, and while it is being written.</summary>
    private async Task<int?> InFileAloneAsync(string path)
    {
        var copy = _directory.File("copy.db");
        File.Copy(Path.Combine(path, "pannier.db"), copy, overwrite: true);
        try
        {
            await using var connection = new SqliteConnection($"Data Source={copy};Mode=ReadOnly;Pooling=False");
            await connection.OpenAsync(Cancellation);
            return await connection.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM sqlite_master WHERE name = 'link'") == 0 ? null : await connection.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM link");
        }
        catch (SqliteException half) when (half.SqliteErrorCode == 11)
        {
            return null;
        }
    }

    private static Task RunAsync(Database database, string sql) => database.WriteAsync((connection, transaction) => connection.ExecuteAsync(sql, transaction: transaction), Cancellation);
}
