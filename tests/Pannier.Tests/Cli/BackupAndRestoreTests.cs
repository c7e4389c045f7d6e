using Dapper;
using Microsoft.Data.Sqlite;
using Pannier.Cli;
using Pannier.Core.Storage;
using Pannier.Tests.Support;

namespace Pannier.Tests.Cli;

public sealed class BackupAndRestoreTests : IDisposable
{
    private readonly TempDirectory _directory = new();
    private readonly string _configuration;

    public BackupAndRestoreTests()
    {
        _configuration = _directory.File("pannier.json");
        File.WriteAllText(_configuration, """{ "Site": { "PublicOrigins": ["https://mail.example.org"] } }""");
    }

    private string Data => _directory.File("data");

    private string BackupFile => _directory.File("backup.db");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _directory.Dispose();
    }

    [Fact]
    public async Task Brings_back_what_was_there_while_the_database_was_open()
    {
        await MakeAsync("0001");
        using var running = new Database(Data);

        var backup = await RunAsync("backup", BackupFile);
        await MarkAsync("0002");
        var restore = await RunAsync("restore", BackupFile, "--sure");

        Assert.Equal((ExitCode.Done, ExitCode.Done), (backup.Code, restore.Code));
        Assert.Equal(["0001"], await MarksAsync());
        Assert.Contains("site.key", backup.Output, StringComparison.Ordinal);
        Assert.Contains("kept: ", restore.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backup_can_be_read_by_its_owner_only()
    {
        await MakeAsync("0001");

        await RunAsync("backup", BackupFile);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(BackupFile));
    }

    [Fact]
    public async Task Overwrites_no_file()
    {
        await MakeAsync("0001");
        await File.WriteAllTextAsync(BackupFile, "mine", Cancellation);

        var backup = await RunAsync("backup", BackupFile);

        Assert.Equal(ExitCode.Refused, backup.Code);
        Assert.Contains("is there already", backup.Error, StringComparison.Ordinal);
        Assert.Equal("mine", await File.ReadAllTextAsync(BackupFile, Cancellation));
    }

    [Fact]
    public async Task Asks_before_it_sets_a_database_aside()
    {
        await MakeAsync("0001");
        await RunAsync("backup", BackupFile);
        await MarkAsync("0002");

        var restore = await RunAsync("restore", BackupFile);

        Assert.Equal(ExitCode.Refused, restore.Code);
        Assert.Contains("--sure", restore.Error, StringComparison.Ordinal);
        Assert.Equal(["0001", "0002"], await MarksAsync());
    }

    [Fact]
    public async Task Needs_no_asking_where_nothing_is()
    {
        await MakeAsync("0001");
        await RunAsync("backup", BackupFile);
        SqliteConnection.ClearAllPools();
        Directory.Delete(Data, recursive: true);

        var restore = await RunAsync("restore", BackupFile);

        Assert.Equal(ExitCode.Done, restore.Code);
        Assert.Equal(["0001"], await MarksAsync());
    }

    [Fact]
    public async Task Refuses_what_a_newer_program_wrote_and_changes_nothing()
    {
        await MakeAsync("0001");
        await RunAsync("backup", BackupFile);
        await using (var connection = new SqliteConnection($"Data Source={BackupFile};Pooling=False")) await connection.ExecuteAsync("INSERT INTO migration (number, name) VALUES (9999, 'future')");
        await MarkAsync("0002");

        var restore = await RunAsync("restore", BackupFile, "--sure");

        Assert.Equal(ExitCode.Refused, restore.Code);
        Assert.Contains("newer", restore.Error, StringComparison.Ordinal);
        Assert.Equal(["0001", "0002"], await MarksAsync());
    }

    [Fact]
    public async Task Refuses_a_file_that_is_no_backup_and_changes_nothing()
    {
        await MakeAsync("0001");
        await File.WriteAllTextAsync(BackupFile, "a letter, not a database", Cancellation);

        var restore = await RunAsync("restore", BackupFile, "--sure");

        Assert.Equal(ExitCode.Refused, restore.Code);
        Assert.Equal(["0001"], await MarksAsync());
    }

    [Fact]
    public async Task Refuses_to_restore_under_a_running_site()
    {
        await MakeAsync("0001");
        await RunAsync("backup", BackupFile);
        using var held = DataDirectory.TryHold(Data);

        var restore = await RunAsync("restore", BackupFile, "--sure");

        Assert.Equal(ExitCode.Refused, restore.Code);
        Assert.Contains("stop it first", restore.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("backup")]
    [InlineData("restore")]
    public async Task Says_what_is_missing(string command)
    {
        var shell = await RunAsync(command, BackupFile);

        Assert.Equal(ExitCode.Refused, shell.Code);
        Assert.StartsWith("pannier: there is no ", shell.Error, StringComparison.Ordinal);
    }

    private Task<Shell> RunAsync(params string[] arguments) => Shell.RunAsync([.. arguments, "--data", Data, "--config", _configuration]);

    /// <summary>A database with a mark, in a table of the test's own, so that the schema may change.</summary>
    private async Task MakeAsync(string mark)
    {
        using var database = new Database(Data);
        await database.MigrateAsync(Cancellation);
        await MarkAsync(mark);
    }

    private async Task MarkAsync(string mark)
    {
        using var database = new Database(Data);
        await database.WriteAsync(
            (connection, transaction) => connection.ExecuteAsync("CREATE TABLE IF NOT EXISTS mark (id TEXT NOT NULL); INSERT INTO mark (id) VALUES (@mark)", new { mark }, transaction),
            Cancellation);
    }

    private async Task<IReadOnlyList<string>> MarksAsync()
    {
        using var database = new Database(Data);
        return await database.ReadAsync(async connection => (IReadOnlyList<string>)[.. await connection.QueryAsync<string>("SELECT id FROM mark ORDER BY id")], Cancellation);
    }
}
