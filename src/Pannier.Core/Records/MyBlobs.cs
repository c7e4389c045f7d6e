using System.Buffers;
using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using Dapper;
using Microsoft.Extensions.Options;
using Pannier.Core.Crypto;
using Pannier.Core.Http;
using Pannier.Core.Storage;
using Pannier.Core.Users;

namespace Pannier.Core.Records;

/// <summary>Blobs in pieces of a mebibyte, each sealed and bound to its number; the last one is bound to the whole size too.</summary>
/// <remarks>Each piece is a write of its own, so that a slow upload keeps nobody else waiting; without its size a blob is not there yet.</remarks>
internal sealed class MyBlobs(Database database, Visit visit, IOptions<BlobOptions> options, TimeProvider clock) : IMyBlobs
{
    internal const int PieceSize = 1024 * 1024;
    private const string This = "person_id = @user AND id = @id";
    private static readonly TimeSpan Abandoned = TimeSpan.FromDays(1);

    public async Task<StoredBlob?> AddAsync(Stream content, long atMost, CancellationToken cancellation)
    {
        var keyring = visit.Required.Keyring;
        var room = Math.Min(atMost, (options.Value.RoomMib * 1024L * 1024) - await UsedAsync(cancellation));
        var id = BlobId.New();
        await BeginAsync(keyring.User, id, cancellation);
        StoredBlob? stored = null;
        try
        {
            if (await AddPiecesAsync(keyring, id, content, room, cancellation) is { } size && await FinishAsync(keyring.User, id, size, cancellation)) stored = new StoredBlob(id, size);
            return stored;
        }
        finally
        {
            if (stored is null) await RemoveAsync(keyring.User, id, CancellationToken.None);
        }
    }

    public async Task<StoredBlob?> FindAsync(BlobId id, CancellationToken cancellation)
    {
        var user = visit.Required.User;
        var size = await database.ReadAsync(connection => connection.ExecuteScalarAsync<long?>($"SELECT size FROM blob WHERE {This}", new { user = user.Value, id = id.Value }), cancellation);
        return size is { } known ? new StoredBlob(id, known) : null;
    }

    public async Task<bool> CopyAsync(BlobId id, Stream to, CancellationToken cancellation)
    {
        var keyring = visit.Required.Keyring;
        if (await FindAsync(id, cancellation) is not { } blob) return false;

        var last = blob.Size / PieceSize;
        for (var piece = 0L; piece <= last; piece++)
        {
            var number = piece;
            var box = await database.ReadAsync(
                connection => connection.QuerySingleOrDefaultAsync<byte[]?>(
                    "SELECT box FROM blob_piece WHERE person_id = @user AND blob_id = @id AND piece = @number",
                    new { user = keyring.User.Value, id = id.Value, number }),
                cancellation) ?? throw BoxRefused.Damaged("blob");
            var plain = keyring.Open(Bound(keyring.User, id, piece, piece == last ? blob.Size : null), box);
            await to.WriteAsync(plain, cancellation);
            CryptographicOperations.ZeroMemory(plain);
        }

        return true;
    }

    public Task RemoveAsync(BlobId id, CancellationToken cancellation) => RemoveAsync(visit.Required.User, id, cancellation);

    public Task<long> UsedAsync(CancellationToken cancellation)
    {
        var user = visit.Required.User;
        return database.ReadAsync(connection => UsedAsync(connection, user), cancellation);
    }

    private async Task BeginAsync(UserId user, BlobId id, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await database.WriteAsync(
            async (connection, transaction) =>
            {
                await connection.ExecuteAsync("DELETE FROM blob WHERE person_id = @user AND size IS NULL AND created_at < @before", new { user = user.Value, before = (now - Abandoned).ToUnixTimeSeconds() }, transaction);
                await connection.ExecuteAsync("INSERT INTO blob (person_id, id, created_at, size) VALUES (@user, @id, @now, NULL)", new { user = user.Value, id = id.Value, now = now.ToUnixTimeSeconds() }, transaction);
            },
            cancellation);
    }

    /// <returns>How much it was; null when more than there is room for.</returns>
    private async Task<long?> AddPiecesAsync(Keyring keyring, BlobId id, Stream content, long room, CancellationToken cancellation)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(PieceSize);
        try
        {
            var size = 0L;
            for (var piece = 0L; ; piece++)
            {
                var read = await content.ReadAtLeastAsync(buffer.AsMemory(0, PieceSize), PieceSize, throwOnEndOfStream: false, cancellation);
                size += read;
                if (size > room) return null;

                var isLast = read < PieceSize;
                var box = keyring.Seal(Bound(keyring.User, id, piece, isLast ? size : null), buffer.AsSpan(0, read));
                var values = new { user = keyring.User.Value, id = id.Value, piece, suite = (long)keyring.Suite, box };
                await database.WriteAsync(
                    (connection, transaction) => connection.ExecuteAsync("INSERT INTO blob_piece (person_id, blob_id, piece, suite, box) VALUES (@user, @id, @piece, @suite, @box)", values, transaction),
                    cancellation);
                if (isLast) return size;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    /// <returns>False when other blobs took the room meanwhile.</returns>
    private Task<bool> FinishAsync(UserId user, BlobId id, long size, CancellationToken cancellation) =>
        database.WriteAsync(
            async (connection, transaction) =>
                size + await UsedAsync(connection, user) <= options.Value.RoomMib * 1024L * 1024
                && await connection.ExecuteAsync($"UPDATE blob SET size = @size WHERE {This}", new { user = user.Value, id = id.Value, size }, transaction) == 1,
            cancellation);

    private Task RemoveAsync(UserId user, BlobId id, CancellationToken cancellation) =>
        database.WriteAsync((connection, transaction) => connection.ExecuteAsync($"DELETE FROM blob WHERE {This}", new { user = user.Value, id = id.Value }, transaction), cancellation);

    private static Task<long> UsedAsync(DbConnection connection, UserId user) =>
        connection.ExecuteScalarAsync<long>("SELECT COALESCE(SUM(size), 0) FROM blob WHERE person_id = @user", new { user = user.Value });

    private static AssociatedData Bound(UserId user, BlobId id, long piece, long? wholeSize) =>
        new(user.Value, "blob", id.Value, 1)
        {
            Also = [piece.ToString(CultureInfo.InvariantCulture), wholeSize?.ToString(CultureInfo.InvariantCulture) ?? "more"],
        };
}
