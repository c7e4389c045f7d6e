using Dapper;
using Pannier.Core.Storage;
using Pannier.Tests.Support;

namespace Pannier.Tests.Core.Storage;

/// <summary>A disk that does not do what is asked ends in a sentence that says so.</summary>
public sealed class FaultyDiskTests : IDisposable
{
    private readonly TempDirectory _directory = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task A_directory_that_went_away_is_said()
    {
        var data = _directory.File("data");
        using var database = new Database(data);
        await database.MigrateAsync(Cancellation);
        database.Dispose();
        Directory.Delete(data, recursive: true);

        var fault = await Assert.ThrowsAsync<StorageFault>(() => database.ReadAsync(_ => Task.FromResult(1), Cancellation));

        Assert.Equal(StorageTrouble.Unreachable, fault.Trouble);
    }

    [Fact]
    public async Task What_the_disk_is_owed_and_cannot_be_given_comes_with_the_next_write()
    {
        var data = _directory.File("data");
        using var database = new Database(data);
        await database.MigrateAsync(Cancellation);
        await PutAsync(1);
        await PutAsync(2);
        Directory.Move(data, data + " elsewhere"); // before the fifth of a second is over
        await Task.Delay(TimeSpan.FromSeconds(1), Cancellation);
        Directory.Move(data + " elsewhere", data);

        await PutAsync(3);

        Assert.Equal(3, await database.ReadAsync(connection => connection.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM link"), Cancellation));

        Task<int> PutAsync(int at) => database.WriteSoonAsync((connection, transaction) => connection.ExecuteAsync("INSERT INTO link (token_hash, role, is_first, expires_at) VALUES (@hash, 'Member', 0, 0)", new { hash = new[] { (byte)at } }, transaction), Cancellation);
    }

    [Fact]
    public async Task A_copy_that_cannot_be_made_is_said_and_leaves_nothing()
    {
        using var database = new Database(_directory.Path);
        await database.MigrateAsync(Cancellation);

        var fault = await Assert.ThrowsAsync<StorageFault>(() => database.CopyAsync(_directory.File("nowhere/copy.db"), Cancellation));

        Assert.Equal(StorageTrouble.Unreachable, fault.Trouble);
    }

    [Fact]
    public async Task A_backup_whose_place_is_taken_by_a_directory_is_said()
    {
        using var database = new Database(_directory.Path);
        await database.MigrateAsync(Cancellation);
        Directory.CreateDirectory(_directory.File("copy.partial"));

        var fault = await Assert.ThrowsAsync<StorageFault>(() => Backup.WriteAsync(database, _directory.File("copy"), Cancellation));

        Assert.Equal(StorageTrouble.Unreachable, fault.Trouble);
        Assert.False(File.Exists(_directory.File("copy")));
    }

    [Fact]
    public void A_lock_that_cannot_be_made_is_said()
    {
        Directory.CreateDirectory(_directory.File("pannier.lock"));

        Assert.Equal(StorageTrouble.ReadOnly, Assert.Throws<StorageFault>(() => DataDirectory.TryHold(_directory.Path)).Trouble);
    }
}
