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
