using System.Security.Cryptography;
using Dapper;
using Pannier.Core.Crypto;
using Pannier.Core.Records;
using Pannier.Core.Sessions;
using Pannier.Tests.Support;

namespace Pannier.Tests.Core.Records;

public sealed class MyBlobsTests
{
    private const int Piece = MyBlobs.PieceSize;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(Piece - 1)]
    [InlineData(Piece)]
    [InlineData(Piece + 1)]
    [InlineData((3 * Piece) + 5)]
    public async Task Comes_back_as_it_went_in(int size)
    {
        await using var site = await KeptSite.OpenAsync();
        var blobs = site.Blobs(await SessionAsync(site, "ada"));
        var content = RandomNumberGenerator.GetBytes(size);

        var stored = await blobs.AddAsync(new MemoryStream(content), size, Cancellation);
        using var copy = new MemoryStream();

        Assert.True(await blobs.CopyAsync(stored!.Id, copy, Cancellation));
        Assert.Equal(content, copy.ToArray());
        Assert.Equal(size, stored.Size);
        Assert.Equal(stored, await blobs.FindAsync(stored.Id, Cancellation));
        Assert.Equal(size, await blobs.UsedAsync(Cancellation));
    }

    [Fact]
    public async Task Too_large_too_much_or_broken_off_stores_nothing()
    {
        await using var site = await KeptSite.OpenAsync();
        var blobs = site.Blobs(await SessionAsync(site, "ada"), roomMib: 2);

        Assert.Null(await blobs.AddAsync(new MemoryStream(new byte[Piece + 2]), Piece + 1, Cancellation));
        Assert.NotNull(await blobs.AddAsync(new MemoryStream(new byte[Piece]), Piece, Cancellation));
        Assert.Null(await blobs.AddAsync(new MemoryStream(new byte[Piece + 1]), 10 * Piece, Cancellation));
        await Assert.ThrowsAsync<IOException>(() => blobs.AddAsync(new BrokenStream(), 10 * Piece, Cancellation));

        Assert.Equal(Piece, await blobs.UsedAsync(Cancellation));
        Assert.Equal(1, await CountAsync(site, "blob"));
        Assert.Equal(2, await CountAsync(site, "blob_piece"));
    }

    [Fact]
    public async Task Uploads_at_once_do_not_pass_the_quota_together()
    {
        await using var site = await KeptSite.OpenAsync();
        var blobs = site.Blobs(await SessionAsync(site, "ada"), roomMib: 1);

        var stored = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => blobs.AddAsync(new MemoryStream(new byte[Piece / 2]), Piece, Cancellation), Cancellation)));

        Assert.Equal(2, stored.Count(blob => blob is not null));
        Assert.Equal(Piece, await blobs.UsedAsync(Cancellation));
    }

    [Theory]
    [InlineData("DELETE FROM blob_piece WHERE piece = 2")]
    [InlineData("DELETE FROM blob_piece WHERE piece = 0")]
    [InlineData("UPDATE blob SET size = size - 1048576")]
    [InlineData("UPDATE blob SET size = size - 1")]
    [InlineData("UPDATE blob SET size = size + 1048576")]
    [InlineData("UPDATE blob_piece SET piece = -piece; UPDATE blob_piece SET piece = CASE piece WHEN 0 THEN 1 WHEN -1 THEN 0 ELSE -piece END")]
    [InlineData("UPDATE blob_piece SET box = (SELECT other.box FROM blob_piece other WHERE other.piece = 0) WHERE piece = 1")]
    public async Task Cut_short_reordered_or_replaced_pieces_are_refused(string sql)
    {
        await using var site = await KeptSite.OpenAsync();
        var blobs = site.Blobs(await SessionAsync(site, "ada"));
        var stored = await blobs.AddAsync(new MemoryStream(RandomNumberGenerator.GetBytes((2 * Piece) + 9)), 10 * Piece, Cancellation);

        await site.Database.WriteAsync((connection, transaction) => connection.ExecuteAsync(sql, transaction: transaction), Cancellation);

        await Assert.ThrowsAsync<BoxRefused>(() => blobs.CopyAsync(stored!.Id, Stream.Null, Cancellation));
    }

    [Fact]
    public async Task Is_nobody_elses_and_goes_when_removed()
    {
        await using var site = await KeptSite.OpenAsync();
        var blobs = site.Blobs(await SessionAsync(site, "ada"));
        var others = site.Blobs(await SessionAsync(site, "eve"));
        var stored = await blobs.AddAsync(new MemoryStream([1]), 1, Cancellation);

        await others.RemoveAsync(stored!.Id, Cancellation);
        Assert.False(await others.CopyAsync(stored.Id, Stream.Null, Cancellation));
        Assert.True(await blobs.CopyAsync(stored.Id, Stream.Null, Cancellation));
        await blobs.RemoveAsync(stored.Id, Cancellation);

        Assert.False(await blobs.CopyAsync(stored.Id, Stream.Null, Cancellation));
        Assert.Equal(0, await CountAsync(site, "blob_piece"));
    }

    [Fact]
    public async Task What_a_crash_left_behind_goes_with_a_later_upload()
    {
        await using var site = await KeptSite.OpenAsync();
        var session = await SessionAsync(site, "ada");
        await site.Database.WriteAsync(
            (connection, transaction) => connection.ExecuteAsync("INSERT INTO blob (person_id, id, created_at, size) VALUES (@user, 'left', @at, NULL)", new { user = session.User.Value, at = site.Clock.GetUtcNow().ToUnixTimeSeconds() }, transaction),
            Cancellation);
        site.Clock.Advance(TimeSpan.FromDays(2));

        await site.Blobs(session).AddAsync(new MemoryStream([1]), 1, Cancellation);

        Assert.Equal(1, await CountAsync(site, "blob"));
    }

    [Fact]
    public void Ids_have_one_spelling()
    {
        var id = BlobId.New();

        Assert.Equal(id, BlobId.Read(id.ToString()));
        Assert.Null(BlobId.Read("../../etc/passwd"));
    }

    private static Task<long> CountAsync(KeptSite site, string table) => site.Database.ReadAsync(connection => connection.ExecuteScalarAsync<long>($"SELECT COUNT(*) FROM {table}"), Cancellation);

    private static async Task<LiveSession> SessionAsync(KeptSite site, string name)
    {
        var registered = await site.RegisterAsync(name);
        return await site.EnterAsync(registered.User, registered.Keyring);
    }

    /// <summary>An upload that ends in a broken connection after a piece and a half.</summary>
    private sealed class BrokenStream : MemoryStream
    {
        private int _left = Piece + (Piece / 2);

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (_left == 0) throw new IOException("gone");
            var read = Math.Min(_left, buffer.Length);
            _left -= read;
            return ValueTask.FromResult(read);
        }
    }
}
